using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Recommender.Core.Evaluation.Intervals;
using Recommender.Core.Evaluation.Metrics;
using Recommender.Core.Models;

namespace Recommender.Core.Evaluation;

/// <summary>
/// Ranks everything for every case, never a sample: blocks of cases are taken by threads that each keep one block of scores. Memory is
/// that, and one float for each case and metric.
/// </summary>
sealed class RankingRun
{
    readonly Lock _gate = new();
    readonly long _started = Stopwatch.GetTimestamp();
    readonly Reach[] _reaches;
    int _done;

    public RankingRun(IModel model, Fold fold, EvaluationOptions options)
    {
        (Model, Fold, Options) = (model, fold, options);
        BlockLength = ScoreBlock.LengthFor(model.ItemCount);
        Scores = [.. Views.Of(fold, options.HasSlices).Select(view => new ViewScores(view, options, fold.Cases.Count))];
        _reaches = [.. NewReaches()];
    }

    public IModel Model { get; }

    public Fold Fold { get; }

    public EvaluationOptions Options { get; }

    public int BlockLength { get; }

    public IReadOnlyList<ViewScores> Scores { get; }

    int Wholes => Scores.Count(scores => !scores.View.IsSlice);

    /// <summary>Counters for every view that is no slice, which come first, and every cutoff.</summary>
    public IEnumerable<Reach> NewReaches() =>
        Enumerable.Range(0, Wholes * Options.Cutoffs.Count).Select(_ => new Reach(Model.ItemCount));

    /// <summary>Counts the list of a view.</summary>
    public void Reach(IReadOnlyList<Reach> reaches, int view, RankedList list)
    {
        if (view >= Wholes) return;

        for (var cutoff = 0; cutoff < Options.Cutoffs.Count; cutoff++)
            reaches[view * Options.Cutoffs.Count + cutoff].Add(list.ItemsWithin(Options.Cutoffs[cutoff]));
    }

    /// <summary>What all lists of a view reached of the catalogue; nothing of a slice.</summary>
    public IEnumerable<(string Name, Measurement Value)> ReachOf(View view)
    {
        var place = Scores.TakeWhile(scores => scores.View != view).Count();
        if (view.IsSlice) yield break;

        for (var cutoff = 0; cutoff < Options.Cutoffs.Count; cutoff++)
        {
            var reach = _reaches[place * Options.Cutoffs.Count + cutoff];
            yield return ($"coverage@{Options.Cutoffs[cutoff]}", new(reach.Coverage(), Low: null, High: null));
            yield return ($"gini@{Options.Cutoffs[cutoff]}", new(reach.Gini(), Low: null, High: null));
        }
    }

    public void Run(CancellationToken cancellationToken)
    {
        var cases = Fold.Cases.Count;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Options.Bootstrap.Threads, CancellationToken = cancellationToken };
        try
        {
            Parallel.For(0, (cases + BlockLength - 1) / BlockLength, parallel, () => new RankingWorker(this), (block, _, worker) =>
            {
                var (first, end) = (block * BlockLength, Math.Min(cases, (block + 1) * BlockLength));
                worker.Rank(first, end);
                Report(end - first);
                return worker;
            }, Collect);
        }
        catch (AggregateException failures) when (failures.InnerExceptions is [var failure, ..])
        {
            ExceptionDispatchInfo.Throw(failure);   // several threads fail for the same reason
        }
    }

    void Collect(RankingWorker worker)
    {
        lock (_gate)
        {
            for (var place = 0; place < _reaches.Length; place++) _reaches[place].Add(worker.Reaches[place]);
        }
    }

    void Report(int cases)
    {
        var done = Interlocked.Add(ref _done, cases);
        Options.Progress?.Report(new(done, Fold.Cases.Count, done / Stopwatch.GetElapsedTime(_started).TotalSeconds));
    }
}
