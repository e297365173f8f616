using System.Numerics;

namespace Recommender.Core.Baskets.Chance;

/// <summary>The null model of the baskets of similar size: chances of each item in each size that keep those sizes and the items' counts there.</summary>
sealed class SizeBand
{
    readonly MarginClasses _sizes;
    readonly int[] _countClass;   // of each item; -1 where it stands in none of these baskets
    readonly double[] _shares;    // p, one row of all sizes a count class
    readonly double[] _rivalry;   // a, likewise
    readonly double[] _baskets;   // of each size; 0 where a pair has no room
    readonly double[] _spread;

    SizeBand(MarginClasses sizes, MarginClasses counts, int[] countClass, double[] shares)
    {
        (_sizes, _countClass, _shares) = (sizes, countClass, shares);
        _rivalry = new double[shares.Length];
        _baskets = new double[sizes.Count];
        _spread = new double[sizes.Count];
        var column = new double[counts.Count];
        for (var size = 0; size < sizes.Count; size++)
        {
            for (var count = 0; count < counts.Count; count++)
            {
                var share = shares[count * sizes.Count + size];
                column[count] = share * (1 - share);
                _spread[size] += counts.Members[count] * column[count];
            }
            SlotRivalry.Solve(column, counts.Members);
            for (var count = 0; count < counts.Count; count++) _rivalry[count * sizes.Count + size] = column[count];
            _baskets[size] = sizes.Values[size] < 2 ? 0 : sizes.Members[size];
        }
    }

    /// <summary>How many different sizes.</summary>
    public int SizeCount => _sizes.Count;

    /// <summary>V = sum of all p (1 - p), of each size, descending.</summary>
    public ReadOnlySpan<double> Spread => _spread;

    /// <summary>The band of these sizes, in which the items have these counts.</summary>
    public static SizeBand Fit(MarginClasses sizes, int[] itemCounts, CancellationToken cancellationToken)
    {
        var counts = MarginClasses.Of(itemCounts);
        var shares = new MarginFit(sizes, counts).Run(cancellationToken);
        return new(sizes, counts, Array.ConvertAll(itemCounts, count => count == 0 ? -1 : counts.Find(count)), shares);
    }

    /// <summary>The chance that a basket of the size at this place holds the item.</summary>
    public double Share(int size, int item) => _countClass[item] < 0 ? 0 : _shares[_countClass[item] * _sizes.Count + size];

    /// <summary>How many baskets hold both items by chance: sum n (p(i) p(j) - a(i) a(j)).</summary>
    public double Expected(int i, int j)
    {
        if (_countClass[i] < 0 || _countClass[j] < 0) return 0;

        var pi = _shares.AsSpan(_countClass[i] * _sizes.Count, _sizes.Count);
        var pj = _shares.AsSpan(_countClass[j] * _sizes.Count, _sizes.Count);
        var ai = _rivalry.AsSpan(_countClass[i] * _sizes.Count, _sizes.Count);
        var aj = _rivalry.AsSpan(_countClass[j] * _sizes.Count, _sizes.Count);
        var sums = Vector<double>.Zero;
        var at = 0;
        for (; at <= pi.Length - Vector<double>.Count; at += Vector<double>.Count)
        {
            var both = new Vector<double>(pi[at..]) * new Vector<double>(pj[at..]) - new Vector<double>(ai[at..]) * new Vector<double>(aj[at..]);
            sums += Vector.Max(both, Vector<double>.Zero) * new Vector<double>(_baskets, at);
        }
        var sum = Vector.Sum(sums);
        for (; at < pi.Length; at++) sum += Math.Max(0, pi[at] * pj[at] - ai[at] * aj[at]) * _baskets[at];
        return sum;
    }
}
