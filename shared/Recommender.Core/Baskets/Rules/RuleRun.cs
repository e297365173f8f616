using System.Diagnostics;
using System.Globalization;
using Recommender.Core.Baskets.Chance;

namespace Recommender.Core.Baskets.Rules;

/// <summary>
/// One search over all itemsets found. Where chance is asked for it runs twice: the q of a rule depends on the p of all others, so the
/// first pass tests every rule above the floors and the second filters and keeps. Rules are made anew rather than stored.
/// </summary>
sealed class RuleRun(BasketSet baskets, RuleOptions options, ItemsetTree tree, CancellationToken cancellationToken)
{
    const int ChunkSize = 1024;        // itemsets
    const int BytesOfRow = 512;        // a rule kept, and as it is handed out

    readonly Lock _lock = new();
    readonly List<string> _cuts = [];
    readonly int _chunks = (tree.Count + ChunkSize - 1) / ChunkSize;
    readonly ItemBits? _bits = options.Chance || !baskets.Weights.IsEmpty ? ItemBits.Of(baskets, options.MinCount, options.Memory / 8) : null;

    /// <summary>Which limits ended the search, and what that means; null when it is whole.</summary>
    public string? Cut => _cuts.Count == 0 ? null : string.Join(" ", _cuts);

    /// <summary>How many rules pass, and the best of them.</summary>
    public (long Rules, IReadOnlyList<Rule> Rows) Find()
    {
        var tested = options.Chance ? Test() : null;
        var order = new RuleOrder(tree, options.Sort);
        var room = (int)Math.Min(options.Limit, Math.Max(1, options.Memory / 4 / BytesOfRow));
        var (best, rules) = (new BestRules(order, room), 0L);
        var isWhole = ForEachChunk((chunk, itemsets, worker) =>
        {
            var kept = new BestRules(order, room);
            var passed = worker.Keep(itemsets, (number, figures) => tested is null ? figures : tested.Complete(chunk, number, figures), kept);
            lock (_lock)
            {
                best.Add(kept);
                rules += passed;
            }
        });
        if (!isWhole) AddCut($"The time limit of {options.Time.TotalSeconds:0.###} s ended the making of rules.");
        if (room < options.Limit && room < rules) AddCut($"The memory limit of {options.Memory} bytes keeps the best {room} of {rules} rules.");
        var writer = new RuleWorker(baskets, options, tree, _bits);
        return (rules, [.. best.Sorted().Select(writer.Write)]);
    }

    TestedRules? Test()
    {
        var chance = SizePopularityNull.Fit(baskets, cancellationToken);
        var sizeClasses = GivenAntecedent.SizeClasses(chance, baskets);
        var families = new RuleFamilies(options, FrequentItems());
        var tested = new TestedRules(_chunks);
        var (count, most) = (0L, options.Memory / 4 / TestedRules.BytesEach);
        var isWhole = ForEachChunk((chunk, itemsets, worker) =>
        {
            if (Interlocked.Read(ref count) > most) return;
            var tests = worker.Test(itemsets, new RuleChance(chance, new(baskets.ItemBaskets, _bits), sizeClasses), families);
            tested.Set(chunk, tests);
            Interlocked.Add(ref count, tests.Length);
        });
        if (!isWhole) AddCut($"The time limit of {options.Time.TotalSeconds:0.###} s ended the tests of rules: p and q are left out.");
        else if (count > most) AddCut($"The memory limit of {options.Memory} bytes holds the tests of {most} rules, and there are more: p and q are left out.");
        if (!isWhole || count > most) return null;

        tested.Rank();
        return tested;
    }

    // False when the time was over before every chunk was done.
    bool ForEachChunk(Action<int, Range, RuleWorker> work)
    {
        var started = Stopwatch.GetTimestamp();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellationToken };
        return Parallel.For(0, _chunks, parallel, () => new RuleWorker(baskets, options, tree, _bits), (chunk, state, worker) =>
        {
            if (options.Time != TimeSpan.MaxValue && Stopwatch.GetElapsedTime(started) >= options.Time) state.Stop();
            else work(chunk, (chunk * ChunkSize)..Math.Min(tree.Count, (chunk + 1) * ChunkSize), worker);
            return worker;
        }, _ => { }).IsCompleted;
    }

    // What an item counts is a margin of the null, no outcome: items too rare for any rule are no hypotheses.
    int FrequentItems() => Enumerable.Range(0, baskets.ItemCount).Count(item => baskets.ItemBaskets.RowCount(item) >= options.MinCount);

    void AddCut(FormattableString sentence) => _cuts.Add(sentence.ToString(CultureInfo.InvariantCulture));
}
