using Recommender.Core.Datasets;
using Recommender.Core.Models;

namespace Recommender.Core.Evaluation;

/// <summary>The views of every evaluation.</summary>
public static class Views
{
    /// <summary>Only what the customer never bought is a target, and what they bought is left out of the ranking.</summary>
    public const string New = "new";

    /// <summary>Everything bought afterwards is a target, and nothing is left out of the ranking.</summary>
    public const string All = "all";

    /// <summary>Ratings foretold, without a ranking.</summary>
    public const string Ratings = "ratings";

    // A customer is new with so few baskets; an item when its first basket is among the latest share of the training part.
    const int FewBaskets = 2;
    const double LatestShare = 0.1;

    /// <summary>The two views, and with <paramref name="hasSlices"/> their slices: repeat and explore, new items, new customers.</summary>
    public static IReadOnlyList<View> Of(Fold fold, bool hasSlices)
    {
        View[] whole = [new(New, Repeats.LeftOut, Wanted.News), new(All, Repeats.Allowed, Wanted.Everything)];
        if (!hasSlices) return whole;

        var (cases, newItems) = (fold.Cases, NewItems(fold.Training));
        return
        [
            .. whole,
            new($"{All}:repeat", Repeats.Allowed, Wanted.Repeats) { IsSlice = true },
            new($"{All}:explore", Repeats.Allowed, Wanted.News) { IsSlice = true },
            .. whole.Select(view => view with { Name = $"{view.Name}:new-customers", HasCase = place => cases.HistoryOf(place).Baskets <= FewBaskets, IsSlice = true }),
            .. fold.Training.HasTimes ? whole.Select(view => view with { Name = $"{view.Name}:new-items", Items = newItems, IsSlice = true }) : [],
        ];
    }

    static bool[] NewItems(Dataset training)
    {
        var baskets = training.Baskets;
        var times = baskets.Times.Span;
        var first = new int[training.Items.Count];
        Array.Fill(first, int.MaxValue);
        for (var basket = 0; basket < baskets.Count; basket++)
        {
            foreach (var item in baskets.ItemsOf(basket)) first[item] = Math.Min(first[item], times[basket]);
        }
        var sorted = times.ToArray();
        Array.Sort(sorted);
        var since = sorted[(int)((1 - LatestShare) * (sorted.Length - 1))];
        return Array.ConvertAll(first, time => time >= since);
    }
}
