using Recommender.Core.Baskets;
using Recommender.Core.Baskets.CrossSell;
using Recommender.Core.Baskets.CrossSell.Carts;
using Recommender.Core.Datasets;
using Recommender.Engine.Assortments;

namespace Recommender.Engine.Answers;

/// <summary>What answers need of a cross-sell matrix beside its counts, made once before it goes live.</summary>
public sealed class MatrixView
{
    /// <summary>Finds the matrix's items in the shop's assortment, with their categories and variants as they are known then.</summary>
    public MatrixView(CrossSellMatrix matrix, Vocabulary items, Assortment assortment)
    {
        Rows = new(items, assortment);
        var facts = Rows.All.ToArray().Select(assortment.Facts).ToArray();
        var variants = facts.Any(item => item.VariantOf is not null) ? new Catalogue { Variants = [.. facts.Select(item => item.VariantOf)] } : Catalogue.Empty;
        Carts = new(matrix, new() { VariantGroups = new VariantGroups(variants, items).Groups, Categories = Codes(facts) });
    }

    /// <summary>Where its items stand in the assortment.</summary>
    internal VersionRows Rows { get; }

    /// <summary>What goes with a cart.</summary>
    internal CartScorer Carts { get; }

    // Each category its number; -1 where it is not known.
    static int[] Codes(ItemFacts[] facts)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var codes = new int[facts.Length];
        for (var item = 0; item < codes.Length; item++)
        {
            codes[item] = -1;
            if (facts[item].Category is not { } category) continue;

            if (!numbers.TryGetValue(category, out var code)) numbers[category] = code = numbers.Count;
            codes[item] = code;
        }
        return codes;
    }
}
