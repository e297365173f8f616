namespace Recommender.Engine.Merchandising.Filling;

/// <summary>How alike two items are, 0 to 1.</summary>
sealed class Likeness(Ranking ranking)
{
    const float Half = 0.5f;

    public float Of(int row, int other)
    {
        if (ranking.Context.Likeness is { } likeness) return Math.Clamp(likeness(row, other), 0, 1);

        var assortment = ranking.Ranker.Assortment;
        var (category, brand) = (assortment.CategoryOf(row), assortment.BrandOf(row));
        return (category > 0 && category == assortment.CategoryOf(other) ? Half : 0) + (brand > 0 && brand == assortment.BrandOf(other) ? Half : 0);
    }
}
