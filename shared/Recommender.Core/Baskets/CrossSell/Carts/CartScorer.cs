using System.Collections.Concurrent;

namespace Recommender.Core.Baskets.CrossSell.Carts;

/// <summary>
/// Ranks what goes with a whole cart by the votes of everything in it (<see cref="CartVote"/>). Where too little was bought with the cart,
/// the popular items of the categories that go with its own follow, then the popular ones of the shop. Things in the cart and their
/// variants never come. Immutable; may be asked from many threads at once.
/// </summary>
public sealed class CartScorer
{
    const int Reasons = 3;

    readonly CrossSellTables _tables;
    readonly CartOptions _options;
    readonly Shelves _shelves;
    readonly ILookup<int, int> _variants;
    readonly ConcurrentBag<CartSpace> _spaces = [];

    /// <summary>Over this matrix; what the options say of items is looked through once.</summary>
    public CartScorer(CrossSellMatrix matrix, CartOptions options)
    {
        options.Check(matrix);
        (_tables, _options) = (matrix.Tables, options);
        _shelves = new(_tables, options.Categories);
        _variants = Enumerable.Range(0, options.VariantGroups.Length)
            .Where(item => options.VariantGroups.Span[item] >= 0)
            .ToLookup(item => options.VariantGroups.Span[item]);
    }

    /// <summary>
    /// At most <paramref name="count"/> suggestions, the best first; as many as that while there are items that may be suggested. Items of
    /// the cart below 0 are not known and say nothing.
    /// </summary>
    public IReadOnlyList<CartSuggestion> Suggest(ReadOnlySpan<int> cart, int count, Func<int, bool>? allows = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (!_spaces.TryTake(out var space)) space = new(_tables.Items);
        var anchors = new List<int>();
        foreach (var item in cart)
        {
            if (item < 0 || !space.Take(item)) continue;

            anchors.Add(item);
        }
        foreach (var anchor in anchors) TakeVariants(anchor, space);
        foreach (var anchor in anchors) Vote(anchor, space);

        var suggestions = Together(anchors, count, space, allows);
        FromCategories(anchors, count, (space, allows), suggestions);
        FromShop(count, (space, allows), suggestions);
        space.Clear();
        _spaces.Add(space);
        return suggestions;
    }

    void TakeVariants(int anchor, CartSpace space)
    {
        if (_options.VariantGroups.IsEmpty || _options.VariantGroups.Span[anchor] < 0) return;

        foreach (var variant in _variants[_options.VariantGroups.Span[anchor]]) space.Take(variant);
    }

    void Vote(int anchor, CartSpace space)
    {
        var partners = _tables.Partners.Span;
        for (var entry = _tables.Starts.Span[anchor]; entry < _tables.Starts.Span[anchor + 1]; entry++)
        {
            if (!space.IsTaken(partners[entry])) space.Add(partners[entry], VoteOf(anchor, entry));
        }
    }

    List<CartSuggestion> Together(List<int> anchors, int count, CartSpace space, Func<int, bool>? allows)
    {
        var best = new PriorityQueue<int, (double Score, int Item)>();   // the worst of the best so far stands in front
        foreach (var item in space.Touched)
        {
            if (!(space[item] > 0)) continue;

            var rank = (space[item], -item);
            if (best.Count == count && (!best.TryPeek(out _, out var worst) || rank.CompareTo(worst) < 0)) continue;
            if (allows?.Invoke(item) == false) continue;

            best.Enqueue(item, rank);
            if (best.Count > count) best.Dequeue();
        }
        var found = new int[best.Count];
        for (var place = found.Length - 1; place >= 0; place--) found[place] = best.Dequeue();
        foreach (var item in found) space.Take(item);
        return [.. found.Select(item => new CartSuggestion(item, CartVote.Score(space[item]), CartStrategy.Together, Evidence(anchors, item, space[item])))];
    }

    CartEvidence[] Evidence(List<int> anchors, int item, double sum)
    {
        var evidence = new List<CartEvidence>();
        foreach (var anchor in anchors)
        {
            var begin = _tables.Starts.Span[anchor];
            var place = _tables.Partners.Span[begin.._tables.Starts.Span[anchor + 1]].IndexOf(item);
            if (place < 0) continue;

            var (count, own, other) = (_tables.Counts.Span[begin + place], (double)_tables.ItemCounts.Span[anchor], (double)_tables.ItemCounts.Span[item]);
            evidence.Add(new(anchor, count, count / own, count / own * _tables.Baskets / other, VoteOf(anchor, begin + place) / sum));
        }
        return [.. evidence.OrderByDescending(reason => reason.Share).ThenBy(reason => reason.Anchor).Take(Reasons)];
    }

    // The share of the category in the pairs of the cart's categories, times the share of the item in its category's baskets.
    void FromCategories(List<int> anchors, int count, (CartSpace Space, Func<int, bool>? Allows) state, List<CartSuggestion> suggestions)
    {
        if (suggestions.Count >= count) return;

        var candidates = new List<(int Item, double Score)>();
        foreach (var (category, share) in _shelves.With(anchors))
        {
            var items = _shelves.OfCategory(category);
            var (all, left) = (0.0, count - suggestions.Count);
            foreach (var item in items) all += _tables.ItemCounts.Span[item];
            for (var at = 0; at < items.Length && left > 0; at++)
            {
                if (state.Space.IsTaken(items[at]) || state.Allows?.Invoke(items[at]) == false) continue;

                candidates.Add((items[at], share * _tables.ItemCounts.Span[items[at]] / all));
                left--;
            }
        }
        foreach (var (item, score) in candidates.OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Item).Take(count - suggestions.Count))
        {
            state.Space.Take(item);
            suggestions.Add(new(item, score, CartStrategy.Category, []));
        }
    }

    void FromShop(int count, (CartSpace Space, Func<int, bool>? Allows) state, List<CartSuggestion> suggestions)
    {
        foreach (var item in _shelves.Popular)
        {
            if (suggestions.Count >= count) return;
            if (state.Space.IsTaken(item) || state.Allows?.Invoke(item) == false) continue;

            suggestions.Add(new(item, (double)_tables.ItemCounts.Span[item] / _tables.Baskets, CartStrategy.Popular, []));
        }
    }

    double VoteOf(int anchor, int entry) => _options.IsDecayed
        ? CartVote.FourthPower(_tables.Sums.Span[entry], _tables.ItemSums.Span[anchor], _tables.ItemSums.Span[_tables.Partners.Span[entry]], _tables.TotalWeight)
        : CartVote.FourthPower(_tables.Counts.Span[entry], _tables.ItemCounts.Span[anchor], _tables.ItemCounts.Span[_tables.Partners.Span[entry]], _tables.Baskets);
}
