using System.Numerics;

namespace Recommender.Core.Baskets.Chance;

/// <summary>
/// What would stand together by chance alone: baskets keep their sizes and items their popularity, all else is as random as it can be.
/// A large basket then holds many pairs, so two items that both stand in large baskets are expected together more often than
/// independence says: that is what makes nearly every pair of a real shop significant by Fisher's test, and nothing here.
/// </summary>
/// <remarks>
/// Chance of item i in a basket of size s: p(s,i) = x(s) y(i) / (1 + x(s) y(i)), fitted to all sizes and counts (<see cref="MarginFit"/>).
/// Sizes are fixed, so one item takes a place from the others: p(s,ij) = p(s,i) p(s,j) - a(s,i) a(s,j) (<see cref="SlotRivalry"/>), and 0
/// for baskets of one item. A pair's count is a sum of independent outcomes over baskets; its tails are bounded by
/// <see cref="PoissonTail"/>. Nothing is rounded into buckets: the table has a cell for each different size and count, which together
/// are never more than twice the lines of all baskets.
/// </remarks>
public sealed class SizePopularityNull
{
    readonly MarginClasses _sizes;
    readonly int[] _countClass;   // of each item; -1 where it stands in no basket
    readonly double[] _shares;    // p, one row of all size classes a count class
    readonly double[] _rivalry;   // a, likewise
    readonly double[] _baskets;   // of each size class; 0 where a pair has no room
    readonly double[] _spread;    // V = sum of all p (1 - p), of each size class

    SizePopularityNull(MarginClasses sizes, MarginClasses counts, int[] countClass, double[] shares)
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

    /// <summary>The null model of these baskets: some tenths of a second for a million lines.</summary>
    public static SizePopularityNull Fit(BasketSet baskets, CancellationToken cancellationToken)
    {
        var margins = new int[baskets.ItemCount];
        foreach (var item in baskets.Lines.Indices.Span) margins[item]++;
        var sizes = MarginClasses.Of(Enumerable.Range(0, baskets.Count).Select(baskets.Lines.RowCount));
        var counts = MarginClasses.Of(margins);
        var shares = new MarginFit(sizes, counts).Run(cancellationToken);
        return new(sizes, counts, Array.ConvertAll(margins, margin => margin == 0 ? -1 : counts.Find(margin)), shares);
    }

    /// <summary>The chance that a basket of this size holds the item; the size must be one that occurs.</summary>
    public double Share(int size, int item) => _countClass[item] < 0 ? 0 : SharesOf(item)[_sizes.Find(size)];

    /// <summary>How many baskets hold both items by chance.</summary>
    public double Expected(int i, int j)
    {
        if (_countClass[i] < 0 || _countClass[j] < 0) return 0;

        var pi = SharesOf(i);
        var pj = SharesOf(j);
        var ai = _rivalry.AsSpan(_countClass[i] * _sizes.Count, pi.Length);
        var aj = _rivalry.AsSpan(_countClass[j] * _sizes.Count, pi.Length);
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

    /// <summary>The p of two items that stand together in <paramref name="count"/> baskets, against chance: small for complements.</summary>
    public double UpperTail(int i, int j, int count) => PoissonTail.Upper(count, Expected(i, j));

    /// <summary>The p of two items that stand together in only <paramref name="count"/> baskets: small for substitutes.</summary>
    public double LowerTail(int i, int j, int count) => PoissonTail.Lower(count, Expected(i, j));

    /// <summary>The different basket sizes, descending.</summary>
    internal ReadOnlySpan<int> Sizes => _sizes.Values;

    /// <summary>V = sum of all p (1 - p), of each size.</summary>
    internal ReadOnlySpan<double> Spread => _spread;

    /// <summary>Where a size stands among <see cref="Sizes"/>.</summary>
    internal int SizeClass(int size) => _sizes.Find(size);

    /// <summary>The chances of an item that occurs, one for each of <see cref="Sizes"/>.</summary>
    internal ReadOnlySpan<double> SharesOf(int item) => _shares.AsSpan(_countClass[item] * _sizes.Count, _sizes.Count);
}
