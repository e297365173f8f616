using Recommender.Core.Baskets;
using Recommender.Core.Baskets.CrossSell.Carts;
using Recommender.Core.Datasets;

namespace Recommender.Training.Experiments;

/// <summary>Variants and categories of items as numbers, for the scoring of carts.</summary>
static class ItemGroups
{
    public static CartOptions Of(Vocabulary items, Catalogue facts, bool isDecayed) => new()
    {
        VariantGroups = new VariantGroups(facts, items).Groups,
        Categories = Numbers(facts.Categories),
        IsDecayed = isDecayed,
    };

    static int[] Numbers(IReadOnlyList<string?> names)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. names.Select(name => name is null ? -1 : known.TryGetValue(name, out var number) ? number : known[name] = known.Count)];
    }
}
