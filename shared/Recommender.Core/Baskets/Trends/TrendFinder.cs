using Recommender.Core.Baskets.Chance;
using Recommender.Core.Baskets.CrossSell.Counting;

namespace Recommender.Core.Baskets.Trends;

/// <summary>
/// Finds pairs whose tie changed between two periods. Each period has its own null of popularity and basket sizes, so that what merely sold
/// more, or in larger baskets, is no trend; and what the buyers of either share must have moved with the lift (<see cref="SharedPart"/>).
/// </summary>
public sealed class TrendFinder
{
    readonly (BasketSet Before, BasketSet After) _periods;
    readonly TrendOptions _options;
    readonly CancellationToken _cancellationToken;
    readonly (SizePopularityNull Before, SizePopularityNull After) _chance;
    readonly (double[] Before, double[] After) _counts;   // baskets of each item

    TrendFinder(BasketSet before, BasketSet after, TrendOptions options, CancellationToken cancellationToken)
    {
        (_periods, _options, _cancellationToken) = ((before, after), options, cancellationToken);
        _chance = (SizePopularityNull.Fit(before, cancellationToken), SizePopularityNull.Fit(after, cancellationToken));
        _counts = (before.Lines.ColumnSums(), after.Lines.ColumnSums());
    }

    /// <summary>Compares two periods of one vocabulary; what a basket weighs is not asked.</summary>
    public static TrendReport Find(BasketSet before, BasketSet after, TrendOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        options.Check();
        if (before.ItemCount != after.ItemCount) throw new ArgumentException($"{before.ItemCount} items before and {after.ItemCount} after are not of one vocabulary.", nameof(after));
        if (before.Count == 0 || after.Count == 0) throw new UserErrorException($"There are {before.Count} baskets before and {after.Count} after; a trend needs both. Move the dates of the periods.");

        return new TrendFinder(before, after, options, cancellationToken).Find(progress);
    }

    TrendReport Find(IProgress<double>? progress)
    {
        var byRank = PairLines.Order(_periods.Before, _periods.After);
        var (before, after) = (Lay(_periods.Before, byRank), Lay(_periods.After, byRank));
        var tested = 0L;
        var found = new List<(double P, PairChange Change)>[_options.Threads];
        PairScan.ForEach(byRank.Length, thread =>
        {
            var (first, second) = (new PairRow(byRank.Length, isWeighted: false), new PairRow(byRank.Length, isWeighted: false));
            var mine = found[thread] = [];
            return rank =>
            {
                first.Count(before, rank, 1);
                second.Count(after, rank, 1);
                Interlocked.Add(ref tested, Test(byRank, rank, (first, second), mine));
                first.Clear();
                second.Clear();
            };
        }, new(_options.Threads, progress), _cancellationToken);
        return Report(tested, [.. found.Where(list => list is not null).SelectMany(list => list).OrderBy(test => test.P).ThenBy(test => test.Change.Item).ThenBy(test => test.Change.Other)]);
    }

    PairLines Lay(BasketSet period, int[] byRank) => PairLines.Lay(period, byRank, _options.Threads, _cancellationToken);

    // Partners ascend in both periods: one walk along both meets every pair of either.
    int Test(int[] byRank, int rank, (PairRow Before, PairRow After) rows, List<(double, PairChange)> found)
    {
        var (first, second, tested) = (0, 0, 0);
        while (first < rows.Before.Partners.Length || second < rows.After.Partners.Length)
        {
            var earlier = first < rows.Before.Partners.Length ? rows.Before.Partners[first] : int.MaxValue;
            var later = second < rows.After.Partners.Length ? rows.After.Partners[second] : int.MaxValue;
            var partner = Math.Min(earlier, later);
            var count = (Before: earlier == partner ? rows.Before.Counts[first++] : 0, After: later == partner ? rows.After.Counts[second++] : 0);
            if (count.Before + count.After < _options.MinCount) continue;

            var (item, other) = (Math.Min(byRank[rank], byRank[partner]), Math.Max(byRank[rank], byRank[partner]));
            var change = new PairChange(item, other, count, (_chance.Before.Expected(item, other), _chance.After.Expected(item, other)));
            if (!(change.Expected.Before > 0 && change.Expected.After > 0) || !change.CanReach(_options.MaxQ)) continue;

            tested++;
            if (change.P() is var p && p <= _options.MaxQ) found.Add((p, change));   // q is never below p: the others are not answered
        }
        return tested;
    }

    TrendReport Report(long tested, (double P, PairChange Change)[] found)
    {
        var q = BenjaminiHochberg.Q(Array.ConvertAll(found, test => test.P), tested);
        var baskets = (_periods.Before.Count, _periods.After.Count);
        PairTrend[] trends = [.. found.Select((test, place) => (test.Change, Q: q[place])).Where(test => test.Q <= _options.MaxQ && IsTieChanged(test.Change)).Select(test => test.Change.Describe(baskets, test.Q))];
        return new(tested, [.. trends.Where(trend => trend.Change > 0)], [.. trends.Where(trend => trend.Change <= 0)]);
    }

    // What only lost or won lift because it sells more or less is not told.
    bool IsTieChanged(PairChange change) => SharedPart.Moved(
        SharedPart.Of(_counts.Before, change, change.Count.Before), SharedPart.Of(_counts.After, change, change.Count.After), change.IsRise ? 1 : -1);
}
