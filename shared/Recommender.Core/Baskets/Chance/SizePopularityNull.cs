namespace Recommender.Core.Baskets.Chance;

/// <summary>
/// What would stand together by chance alone: baskets keep their sizes and items their popularity, in small and in large baskets alike;
/// all else is as random as it can be. A large basket holds many pairs, so two items that both stand in large baskets are expected
/// together more often than independence says: that is what makes nearly every pair of a real shop significant by Fisher's test.
/// </summary>
/// <remarks>
/// Baskets of similar size form bands, since what is popular in small baskets need not be in large ones (and the most popular items fill
/// up). In a band the chance of item i in a basket of size s is p(s,i) = x(s) y(i) / (1 + x(s) y(i)), fitted to all sizes and to the items'
/// counts there (<see cref="MarginFit"/>). Sizes are fixed, so one item takes a place from the others:
/// p(s,ij) = p(s,i) p(s,j) - a(s,i) a(s,j) (<see cref="SlotRivalry"/>), and 0 for baskets of one item. A pair's count is a sum of
/// independent outcomes over baskets; its tails are bounded by <see cref="PoissonTail"/>. Nothing is rounded into buckets: each band has a
/// cell for each different size and count, together never more than twice the lines of all baskets.
/// </remarks>
public sealed class SizePopularityNull
{
    readonly SizeBand[] _bands;   // of ascending sizes
    readonly int[] _sizes;        // all different sizes, band after band, descending within each
    readonly (SizeBand Band, int Place)[] _places;   // of each size
    readonly Dictionary<int, int> _sizeClasses;

    SizePopularityNull(SizeBand[] bands, int[] sizes)
    {
        (_bands, _sizes) = (bands, sizes);
        _places = [.. bands.SelectMany(band => Enumerable.Range(0, band.SizeCount).Select(place => (band, place)))];
        _sizeClasses = sizes.Index().ToDictionary(size => size.Item, size => size.Index);
    }

    /// <summary>The different basket sizes.</summary>
    internal ReadOnlySpan<int> Sizes => _sizes;

    /// <summary>The null model of these baskets: some tenths of a second for a million lines.</summary>
    public static SizePopularityNull Fit(BasketSet baskets, CancellationToken cancellationToken)
    {
        var margins = BandMargins.Of(baskets.Lines);
        var bands = Array.ConvertAll(margins, margin => SizeBand.Fit(margin.Sizes, margin.ItemCounts, cancellationToken));
        return new(bands, [.. margins.SelectMany(margin => margin.Sizes.Values)]);
    }

    /// <summary>The chance that a basket of this size holds the item; the size must be one that occurs.</summary>
    public double Share(int size, int item) => ShareAt(_sizeClasses[size], item);

    /// <summary>How many baskets hold both items by chance.</summary>
    public double Expected(int i, int j)
    {
        var sum = 0.0;
        foreach (var band in _bands) sum += band.Expected(i, j);
        return sum;
    }

    /// <summary>The p of two items that stand together in <paramref name="count"/> baskets, against chance: small for complements.</summary>
    public double UpperTail(int i, int j, int count) => PoissonTail.Upper(count, Expected(i, j));

    /// <summary>The p of two items that stand together in only <paramref name="count"/> baskets: small for substitutes.</summary>
    public double LowerTail(int i, int j, int count) => PoissonTail.Lower(count, Expected(i, j));

    /// <summary>Where a size stands among <see cref="Sizes"/>.</summary>
    internal int SizeClass(int size) => _sizeClasses[size];

    /// <summary>The chance of an item in the baskets of a size, given by its place among <see cref="Sizes"/>.</summary>
    internal double ShareAt(int sizeClass, int item) => _places[sizeClass].Band.Share(_places[sizeClass].Place, item);

    /// <summary>V = sum of all p (1 - p) in the baskets of a size, given by its place among <see cref="Sizes"/>.</summary>
    internal double SpreadAt(int sizeClass) => _places[sizeClass].Band.Spread[_places[sizeClass].Place];
}
