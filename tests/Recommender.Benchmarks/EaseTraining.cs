using Recommender.Core.Datasets;
using Recommender.Core.Evaluation;
using Recommender.Training.Trainers.Ease;

namespace Recommender.Benchmarks;

/// <summary>EASE on the retail data, the whole training from pairs to weights, beside the same closed form by numpy.</summary>
static class EaseTraining
{
    const int RoundCount = 3;

    // Inverse in double precision, weights in single: what one writes in numpy.
    const string Numpy = """
        G = (X.T @ X).toarray().astype(np.float64); G[np.diag_indices_from(G)] += 500
        P = np.linalg.inv(G); B = (-P / np.diag(P)).astype(np.float32); np.fill_diagonal(B, 0)
        return B
        """;

    public static void Run(TextWriter output, CancellationToken cancellationToken)
    {
        if (RetailShop.Read(cancellationToken) is not { } retail)
        {
            output.WriteLine("The retail data is not here.");
            return;
        }
        var training = Split.Parse("temporal:2011-09-01").Cut(retail, cancellationToken).Training;
        var x = training.CustomerItems(Weighting.Plain);
        var folder = Directory.CreateTempSubdirectory("recommender-benchmark-");
        try
        {
            Pairs.Save(x, folder.FullName);
            using var numpy = new PythonRounds(Pairs.Load(x), Numpy, folder.FullName);
            output.WriteLine($"{x.Rows} customers, {x.Columns} items, {x.Count} pairs of the retail data before 2011-09-01, lambda 500. numpy: X.T @ X, inverse in double precision by OpenBLAS on all cores. Best of {RoundCount} rounds, alternating.");
            output.WriteLine();
            output.WriteLine("| ours | s | numpy s | times faster |");
            output.WriteLine("|---|---|---|---|");
            foreach (var threads in (ReadOnlySpan<int>)[1, 2])
            {
                var (ours, theirs) = Rounds.Best(RoundCount, () => Train(training, threads, cancellationToken), numpy, cancellationToken);
                output.WriteLine($"| {threads} threads | {ours.TotalSeconds:0.00} | {theirs.TotalSeconds:0.00} | {theirs / ours:0.0} |");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // What was derived from the baskets is forgotten, so that weighing and transposing the pairs count as training.
    static void Train(Dataset training, int threads, CancellationToken cancellationToken)
    {
        training.Release();
        new EaseTrainer(new()).Train(training, new() { Threads = threads, Cancellation = cancellationToken });
    }
}
