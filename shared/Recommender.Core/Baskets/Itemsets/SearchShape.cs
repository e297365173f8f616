namespace Recommender.Core.Baskets.Itemsets;

/// <summary>What a search has to look at.</summary>
/// <param name="NeedsEarlier">Items that were branched on before are carried along: only they tell whether something found is closed or maximal.</param>
/// <param name="Absorbs">Items that stand in every basket of a prefix join it at once instead of being branched on.</param>
readonly record struct SearchShape(bool NeedsEarlier, bool Absorbs)
{
    /// <summary>Only frequent itemsets that are listed one by one are branched on by every item.</summary>
    public static SearchShape Of(ItemsetKind kind, bool delivers) => new(kind != ItemsetKind.Frequent, kind != ItemsetKind.Frequent || !delivers);
}
