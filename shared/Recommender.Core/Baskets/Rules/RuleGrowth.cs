using System.Numerics;

namespace Recommender.Core.Baskets.Rules;

/// <summary>
/// Makes the rules of one itemset after the other. A longer consequent leaves a more frequent antecedent, so its confidence is never
/// higher: consequents grow item by item from those that passed.
/// </summary>
sealed class RuleGrowth(ItemsetTree tree, RuleOptions options)
{
    readonly int[] _items = new int[ItemsetTree.Longest];
    readonly int[] _nodes = new int[ItemsetTree.Longest];
    readonly List<RuleCandidate> _found = [];
    long _most;
    int _length;
    int _itemset;
    int _count;

    /// <summary>The itemset whose rules were made last.</summary>
    public ReadOnlySpan<int> Items => _items.AsSpan(0, _length);

    /// <summary>Takes up an itemset.</summary>
    public void Load(int itemset)
    {
        (_itemset, _count) = (itemset, tree.CountOf(itemset));
        _length = tree.Load(itemset, _items, _nodes);
    }

    /// <summary>All rules of an itemset at or above the lowest confidence; where they are more than <paramref name="most"/>, that many and one.</summary>
    public List<RuleCandidate> RulesOf(int itemset, long most)
    {
        _found.Clear();
        _most = most;
        Load(itemset);
        if (_length < 2 || _count == 0) return _found;

        var single = 0UL;
        for (var place = 0; place < _length; place++)
        {
            if (TryAdd(1UL << place)) single |= 1UL << place;
        }
        if (options.MaxConsequent > 1)
        {
            for (var rest = single; rest != 0; rest &= rest - 1) Grow(rest & (0 - rest), single);
        }
        return _found;
    }

    /// <summary>Writes out one side of a rule of the last itemset.</summary>
    public int Side(ulong places, Span<int> items)
    {
        var count = 0;
        for (; places != 0; places &= places - 1) items[count++] = _items[BitOperations.TrailingZeroCount(places)];
        return count;
    }

    /// <summary>The places of the antecedent of a rule of the last itemset.</summary>
    public ulong Antecedent(RuleCandidate rule) => (_length == 64 ? ulong.MaxValue : (1UL << _length) - 1) & ~rule.Consequent;

    /// <summary>Whether a more general rule, the same consequent from fewer antecedents, is as good but for <paramref name="improvement"/>.</summary>
    public bool IsRedundant(RuleCandidate rule, double improvement)
    {
        var antecedent = Antecedent(rule);
        for (var fewer = (antecedent - 1) & antecedent; fewer != 0; fewer = (fewer - 1) & antecedent)
        {
            var (general, without) = (CountOf(fewer | rule.Consequent), CountOf(fewer));
            if (without > 0 && (double)general / without + improvement >= rule.Confidence) return true;
        }
        return false;
    }

    void Grow(ulong consequent, ulong single)
    {
        var length = BitOperations.PopCount(consequent) + 1;
        if (length > options.MaxConsequent || length >= _length) return;

        var beyond = single & ~consequent & ~((1UL << BitOperations.Log2(consequent)) - 1);
        for (; beyond != 0; beyond &= beyond - 1)
        {
            var longer = consequent | (beyond & (0 - beyond));
            if (TryAdd(longer)) Grow(longer, single);
        }
    }

    bool TryAdd(ulong consequent)
    {
        var antecedent = _found.Count > _most ? 0 : CountWithout(consequent);
        if (antecedent == 0 || (double)_count / antecedent < options.MinConfidence) return false;

        var alone = CountOf(consequent);
        if (alone == 0) return false;   // the search was cut before it came there
        _found.Add(new(_itemset, consequent, _count, antecedent, alone));
        return true;
    }

    // The prefix up to the first place left out stands on the itemset's own path.
    int CountWithout(ulong places)
    {
        var first = BitOperations.TrailingZeroCount(places);
        var node = first == 0 ? ItemsetTree.Root : _nodes[first - 1];
        for (var place = first + 1; place < _length; place++)
        {
            if ((places >> place & 1) != 0) continue;
            node = tree.Child(node, _items[place]);
            if (node == ItemsetTree.Root) return 0;
        }
        return tree.CountOf(node);
    }

    int CountOf(ulong places)
    {
        var node = ItemsetTree.Root;
        for (; places != 0; places &= places - 1)
        {
            node = tree.Child(node, _items[BitOperations.TrailingZeroCount(places)]);
            if (node == ItemsetTree.Root) return 0;
        }
        return tree.CountOf(node);
    }
}
