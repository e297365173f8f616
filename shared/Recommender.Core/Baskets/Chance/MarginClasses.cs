namespace Recommender.Core.Baskets.Chance;

/// <summary>Equal margins taken together, descending: <see cref="Values"/>[i] is the margin of <see cref="Members"/>[i] rows or columns.</summary>
sealed record MarginClasses(int[] Values, int[] Members)
{
    /// <summary>How many different margins there are.</summary>
    public int Count => Values.Length;

    /// <summary>The classes of all margins above 0.</summary>
    public static MarginClasses Of(IEnumerable<int> margins)
    {
        var classes = margins.Where(margin => margin > 0).CountBy(margin => margin).OrderByDescending(margin => margin.Key).ToArray();
        return new(Array.ConvertAll(classes, one => one.Key), Array.ConvertAll(classes, one => one.Value));
    }

    /// <summary>The class of a margin, which must be one of them.</summary>
    public int Find(int margin) => Array.BinarySearch(Values, margin, Comparer<int>.Create((a, b) => b.CompareTo(a)));
}
