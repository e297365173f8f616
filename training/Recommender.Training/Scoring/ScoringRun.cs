using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.ExceptionServices;
using Recommender.Core.Models;
using Recommender.Storage.Homes;
using Recommender.Storage.Scores;
using Recommender.Training.Terminal;

namespace Recommender.Training.Scoring;

/// <summary>
/// Scores everybody, part by part: while one part is written the next is scored. Memory is the lists of two parts and a block of scores a
/// thread, however many customers there are.
/// </summary>
sealed class ScoringRun(Audience audience, ScoreOptions options, ScoreFolder folder, IProgress<StepProgress>? progress)
{
    readonly ConcurrentBag<ScoringWorker> _workers = [];
    readonly long _started = Stopwatch.GetTimestamp();
    readonly int _block = ScoreBlock.LengthFor(audience.Model.ItemCount);
    int _done;
    int _total;

    /// <summary>Parts that so many customers make.</summary>
    public static int Parts(int customers, ScoreOptions options) => (customers + options.PartLength - 1) / options.PartLength;

    /// <summary>Makes the parts that the folder does not have yet.</summary>
    public void Run(HomeFolder home, CancellationToken cancellationToken)
    {
        var made = folder.Manifest!.Parts.Select(part => part.Name).ToHashSet(StringComparer.Ordinal);
        int[] missing = [.. Enumerable.Range(0, Parts(audience.Count, options)).Where(number => !made.Contains(ScorePart.NameOf(number)))];
        _total = missing.Sum(number => End(number) - First(number));

        using var table = new ScoreTable(home);
        var (filling, other) = (NewLists(), missing.Length > 1 ? NewLists() : null);
        var writing = Task.CompletedTask;
        try
        {
            foreach (var number in missing)
            {
                Score(number, filling, cancellationToken);
                writing.GetAwaiter().GetResult();
                var lists = filling;
                writing = Task.Run(() => table.Write(folder, number, lists, cancellationToken), CancellationToken.None);
                (filling, other) = (other ?? filling, filling);
            }
        }
        finally
        {
            writing.GetAwaiter().GetResult();   // the table is not closed under it
        }
    }

    int First(int number) => number * options.PartLength;

    int End(int number) => (int)Math.Min(audience.Count, (number + 1L) * options.PartLength);

    ScoreLists NewLists() => new(audience.Names, audience.Items, Math.Min(options.PartLength, audience.Count), Math.Min(options.N, audience.Model.ItemCount));

    void Score(int number, ScoreLists lists, CancellationToken cancellationToken)
    {
        lists.Clear();
        for (var customer = First(number); customer < End(number); customer++)
        {
            if (audience.Has(customer)) lists.Add(customer);
        }
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellationToken };
        try
        {
            Parallel.For(0, (lists.Count + _block - 1) / _block, parallel, block => ScoreBlockOf(lists, block * _block));
        }
        catch (AggregateException failures) when (failures.InnerExceptions is [var failure, ..])
        {
            ExceptionDispatchInfo.Throw(failure);   // several threads fail for the same reason
        }
    }

    void ScoreBlockOf(ScoreLists lists, int first)
    {
        var worker = _workers.TryTake(out var free) ? free : new(audience, options.Repeats);
        var end = Math.Min(lists.Count, first + _block);
        worker.Score(lists, first, end);
        _workers.Add(worker);
        Report(end - first);
    }

    void Report(int customers)
    {
        var done = Interlocked.Add(ref _done, customers);
        progress?.Report(new("scoring", Share: (double)done / _total,
            Detail: string.Create(CultureInfo.InvariantCulture, $"{done:N0} of {_total:N0} customers, {done / Stopwatch.GetElapsedTime(_started).TotalSeconds:N0} a second")));
    }
}
