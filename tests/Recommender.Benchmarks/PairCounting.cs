using DuckDB.NET.Data;
using Recommender.Core.Baskets;
using Recommender.Core.Baskets.CrossSell;

namespace Recommender.Benchmarks;

/// <summary>All pair counts of the retail baskets, beside scipy's sparse product, a self-join in SQL and a plain scalar loop; and the whole matrix.</summary>
static class PairCounting
{
    const int RoundCount = 7;
    const long Occurrences = 47_211_915;

    const string SelfJoin = """
        SELECT sum(n)::BIGINT FROM (
            SELECT a.item AS first, b.item AS second, count(*) AS n FROM lines a JOIN lines b ON a.basket = b.basket AND a.item < b.item GROUP BY ALL)
        """;

    public static void Run(TextWriter output, CancellationToken cancellationToken)
    {
        if (RetailShop.Baskets(cancellationToken) is not { } baskets)
        {
            output.WriteLine("The retail data is not beside the project.");
            return;
        }
        var folder = Directory.CreateTempSubdirectory("recommender-benchmark-");
        try
        {
            Pairs.Save(baskets.Lines, folder.FullName);
            using var scipy = new PythonRounds(Pairs.Load(baskets.Lines), "return X.T @ X", folder.FullName);
            using var database = Load(baskets);
            output.WriteLine($"Retail: {baskets.Count} baskets, {baskets.ItemCount} items, {baskets.Lines.Count} lines, {Occurrences} pair occurrences. From the loaded baskets, turning them by item included. scipy: X.T @ X of CSR float32 on one thread, as it does. SQL: a self-join of DuckDB on 2 threads, counts summed. Best of {RoundCount} rounds, in turn.");
            output.WriteLine();
            output.WriteLine("| what | s | scipy s | scipy / ours | SQL s | SQL / ours |");
            output.WriteLine("|---|---|---|---|---|---|");
            foreach (var threads in (ReadOnlySpan<int>)[2, 1]) Measure($"all pair counts, {threads} threads", () => Count(Fresh(baskets), threads, cancellationToken));
            Measure("all pair counts, a plain scalar loop", () => ScalarPairs.Count(baskets));
            Measure("the whole matrix (best 50 by count and by lift, substitutes), 2 threads", () => CrossSellBuilder.Build(Fresh(baskets), new() { Threads = 2 }, progress: null, cancellationToken));

            void Measure(string what, Action work)
            {
                var sql = TimeSpan.MaxValue;
                var (ours, theirs) = Rounds.Best(RoundCount, work, scipy, cancellationToken);
                for (var round = 0; round < 2; round++) sql = TimeSpan.FromSeconds(Math.Min(sql.TotalSeconds, Rounds.Seconds(() => Join(database, cancellationToken))));
                output.WriteLine($"| {what} | {ours.TotalSeconds:0.000} | {theirs.TotalSeconds:0.00} | {theirs / ours:0.0} | {sql.TotalSeconds:0.00} | {sql / ours:0.0} |");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // What is derived from the baskets is kept with them: a new set starts from nothing.
    static BasketSet Fresh(BasketSet baskets) => new() { Lines = baskets.Lines, Items = baskets.Items };

    static void Count(BasketSet baskets, int threads, CancellationToken cancellationToken)
    {
        var all = 0L;
        PairCounts.ForEachAnchor(baskets, 1, (_, _, counts, _) =>
        {
            var sum = 0L;
            foreach (var count in counts) sum += count;
            Interlocked.Add(ref all, sum);
        }, new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken });
        if (all != Occurrences) throw new InvalidOperationException($"The counts sum to {all} instead of {Occurrences}.");
    }

    static DuckDBConnection Load(BasketSet baskets)
    {
        var connection = new DuckDBConnection("Data Source=:memory:;threads=2;memory_limit=8GB");
        connection.Open();
        Execute(connection, "CREATE TABLE lines (basket INTEGER, item INTEGER)");
        using var writer = connection.CreateAppender("lines");
        for (var basket = 0; basket < baskets.Count; basket++)
        {
            foreach (var item in baskets.Lines.RowIndices(basket)) writer.CreateRow().AppendValue(basket).AppendValue(item).EndRow();
        }
        return connection;
    }

    static void Execute(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    static void Join(DuckDBConnection connection, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var command = connection.CreateCommand();
        command.CommandText = SelfJoin;
        if ((long)command.ExecuteScalar(cancellationToken)! != Occurrences) throw new InvalidOperationException("The self-join counts otherwise.");
    }
}
