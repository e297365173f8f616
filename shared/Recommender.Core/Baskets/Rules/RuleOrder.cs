namespace Recommender.Core.Baskets.Rules;

/// <summary>The best first; ties by the higher count, the higher confidence, then the items' numbers, so that no two rules are alike.</summary>
sealed class RuleOrder(ItemsetTree tree, RuleMeasure measure) : IComparer<KeptRule>
{
    public int Compare(KeptRule a, KeptRule b)
    {
        var order = ByKey(a.Key, b.Key);
        if (order == 0) order = b.Rule.Both.CompareTo(a.Rule.Both);
        if (order == 0) order = b.Rule.Confidence.CompareTo(a.Rule.Confidence);
        return order != 0 ? order : ByItems(a.Rule, b.Rule);
    }

    // What has no number comes last.
    int ByKey(double a, double b) =>
        double.IsNaN(a) || double.IsNaN(b) ? double.IsNaN(a).CompareTo(double.IsNaN(b)) : measure.IsSmallFirst ? a.CompareTo(b) : b.CompareTo(a);

    int ByItems(RuleCandidate a, RuleCandidate b)
    {
        Span<int> nodes = stackalloc int[ItemsetTree.Longest], ofA = stackalloc int[ItemsetTree.Longest], ofB = stackalloc int[ItemsetTree.Longest];
        var itemsOfA = ofA[..tree.Load(a.Itemset, ofA, nodes)];
        var itemsOfB = ofB[..tree.Load(b.Itemset, ofB, nodes)];
        Span<int> sideOfA = stackalloc int[ItemsetTree.Longest], sideOfB = stackalloc int[ItemsetTree.Longest];
        var order = Side(itemsOfA, ~a.Consequent, sideOfA).SequenceCompareTo(Side(itemsOfB, ~b.Consequent, sideOfB));
        return order != 0 ? order : Side(itemsOfA, a.Consequent, sideOfA).SequenceCompareTo(Side(itemsOfB, b.Consequent, sideOfB));
    }

    static ReadOnlySpan<int> Side(ReadOnlySpan<int> items, ulong places, Span<int> side)
    {
        var count = 0;
        for (var place = 0; place < items.Length; place++)
        {
            if ((places >> place & 1) != 0) side[count++] = items[place];
        }
        return side[..count];
    }
}
