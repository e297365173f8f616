using Recommender.Core.Baskets.Bundles;
using Recommender.Core.Baskets.Chance;
using Recommender.Core.Datasets;

namespace Recommender.Tests.Core.Baskets.Bundles;

/// <summary>The definition of a bundle and its figures, worked out set by set with nothing but sets of baskets.</summary>
sealed class PlainBundles(SmallShop shop, string[] baskets, BundleOptions options)
{
    readonly Catalogue _facts = shop.Facts;

    public Dictionary<string, Figures> All()
    {
        var found = new Dictionary<string, Figures>();
        for (var mask = 1; mask < 1 << shop.Letters.Length; mask++)
        {
            var items = Enumerable.Range(0, shop.Letters.Length).Where(item => (mask >> item & 1) == 1).ToArray();
            if (items.Length >= 2 && items.Length <= options.MaxItems && IsBundle(items)) found[Text(items)] = Of(items);
        }
        return found;
    }

    bool IsBundle(int[] items)
    {
        var count = With(items).Count;
        if (count < options.MinCount || !IsClosed(items) || Lift(items) < options.MinLift - 1e-12) return false;
        if (Offer(items) is null) return false;

        foreach (var item in items)
        {
            int[] others = [.. items.Where(other => other != item)];
            if ((double)count * baskets.Length / (With(others).Count * (double)With([item]).Count) < options.MinLift - 1e-12) return false;

            foreach (var other in others)
            {
                if (Root(item) == Root(other)) return false;
                var rarer = Math.Min(With([item]).Count, With([other]).Count);
                var usual = Math.Max(With([item]).Count, With([other]).Count);
                if (Wilson.Of(With([item, other]).Count, rarer).High < (double)usual / baskets.Length) return false;
            }
        }
        return true;
    }

    public Figures Of(int[] items)
    {
        var (both, any) = (With(items), items.SelectMany(item => With([item])).ToHashSet());
        var partial = any.Except(both).ToArray();
        var (_, discount) = Offer(items)!.Value;
        var (price, cost) = (items.Sum(item => (double)_facts.Prices[item]), items.Sum(item => (double)_facts.Costs[item]));
        var reduction = price * discount / 100;
        var held = partial.Length == 0 ? 0 : partial.Average(basket => items.Where(item => baskets[basket].Contains(shop.Letters[item])).Sum(item => (double)_facts.Prices[item] - _facts.Costs[item]));
        var gain = price - reduction - cost - held;
        var joint = 1000.0 * both.Count / baskets.Length;
        return new(
            both.Count, Lift(items), (double)both.Count / items.Max(item => With([item]).Count), (double)both.Count / any.Count, partial.Length,
            Customers(items), price, discount, joint * (options.Uplift / 100 * gain - reduction), gain > 0 ? 100 * reduction / gain : null);
    }

    int Customers(int[] items) => Enumerable.Range(0, shop.CustomerStarts.Length - 1).Count(customer =>
    {
        var theirs = baskets[shop.CustomerStarts[customer]..shop.CustomerStarts[customer + 1]].SelectMany(basket => basket).ToHashSet();
        var held = items.Count(item => theirs.Contains(shop.Letters[item]));
        return held > 0 && held < items.Length;
    });

    (bool, double)? Offer(int[] items)
    {
        var (price, cost) = (items.Sum(item => (double)_facts.Prices[item]), items.Sum(item => (double)_facts.Costs[item]));
        if (double.IsNaN(price + cost)) return (false, options.Discount);

        var largest = 100 - 100 * cost / (price * (1 - options.MinMargin / 100));
        if (largest < -1e-7) return null;
        return largest >= options.Discount - 1e-7 ? (false, options.Discount) : (true, Math.Max(0, Math.Floor(largest * 100 + 1e-7) / 100));
    }

    HashSet<int> With(int[] items) => [.. Enumerable.Range(0, baskets.Length).Where(basket => items.All(item => baskets[basket].Contains(shop.Letters[item])))];

    // Among the sets of the sizes asked for, and without variants.
    bool IsClosed(int[] items) => items.Length == options.MaxItems || Enumerable.Range(0, shop.Letters.Length).Except(items)
        .All(item => With([.. items, item]).Count < With(items).Count || items.Any(part => Root(part) == Root(item)));

    double Lift(int[] items) => items.Aggregate((double)With(items).Count / baskets.Length, (lift, item) => lift * baskets.Length / With([item]).Count);

    string Root(int item) => _facts.Variants.Count > 0 && _facts.Variants[item] is { } original ? original : $"{shop.Letters[item]}";

    string Text(int[] items) => string.Concat(items.Select(item => shop.Letters[item]));

    /// <summary>The figures of one bundle.</summary>
    public sealed record Figures(
        int Count, double Lift, double Success, double BoughtAnyway, int Reach, int Customers, double Price, double Discount, double ExtraMargin, double? BreakEven);
}
