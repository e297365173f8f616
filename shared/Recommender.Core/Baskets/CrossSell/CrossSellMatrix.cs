using Recommender.Core.Baskets.CrossSell.Counting;
using Recommender.Core.Models.Tensors;

namespace Recommender.Core.Baskets.CrossSell;

/// <summary>
/// What is bought with what: the counts of each item's best pairs, from which every measure is made when it is asked, so that weights,
/// thresholds and direction change without counting again. Immutable; every method may be called from many threads at once.
/// </summary>
public sealed class CrossSellMatrix
{
    /// <summary>The kind by which it is stored.</summary>
    public const string Name = "cross-sell";

    readonly CrossSellTables _tables;

    internal CrossSellMatrix(CrossSellTables tables)
    {
        _tables = tables;
        foreach (var count in tables.Counts.Span) LargestPair = Math.Max(LargestPair, count);
        foreach (var sum in tables.Sums.Span) LargestSum = Math.Max(LargestSum, sum);
    }

    /// <summary>How many items.</summary>
    public int ItemCount => _tables.Items;

    /// <summary>How many baskets were counted.</summary>
    public int Baskets => _tables.Baskets;

    /// <summary>Pairs in fewer baskets were not kept.</summary>
    public int MinCount => _tables.MinCount;

    /// <summary>Whether counts decayed by age are there beside the plain ones.</summary>
    public bool IsDecayed => !_tables.ItemSums.IsEmpty;

    /// <summary>Entries that are kept: a pair counts twice when it stands at both of its items.</summary>
    public int Entries => _tables.Partners.Length;

    /// <summary>The baskets of the most frequent pair.</summary>
    public int LargestPair { get; }

    /// <summary>The largest decayed count of a pair.</summary>
    public float LargestSum { get; }

    internal CrossSellTables Tables => _tables;

    /// <summary>The baskets of an item.</summary>
    public int CountOf(int item) => _tables.ItemCounts.Span[item];

    /// <summary>How many partners of an item reached the floor, kept or not.</summary>
    public int PairsOf(int item) => _tables.Pairs.Span[item];

    /// <summary>How many partners of an item are kept, of its own choice or of theirs.</summary>
    public int KeptOf(int item) => EntriesOf(item).GetOffsetAndLength(Entries).Length;

    /// <summary>Whether more partners of an item reached the floor than are kept of its own choice.</summary>
    public bool IsCut(int item) => _tables.Own.Span[item] < _tables.Pairs.Span[item];

    /// <summary>The baskets that two items share, 0 where their pair is not kept.</summary>
    public int CountOf(int item, int other)
    {
        var place = _tables.Partners.Span[EntriesOf(item)].IndexOf(other);
        return place < 0 ? 0 : _tables.Counts.Span[EntriesOf(item)][place];
    }

    /// <summary>
    /// Fills <paramref name="best"/> with an anchor's partners that pass the query, by falling affinity, equal ones by their number.
    /// A directional answer looks at what the anchor chose; a symmetric one also at the pairs that only the partner chose.
    /// </summary>
    /// <returns>How many were written.</returns>
    public int Find(int anchor, CrossSellQuery query, Span<CrossSellMatch> best)
    {
        query.Check(this);
        if (best.IsEmpty) return 0;

        var entries = EntriesOf(anchor);
        var partners = _tables.Partners.Span[entries];
        var counts = _tables.Counts.Span[entries];
        var sums = query.IsDecayed ? _tables.Sums.Span[entries] : default;
        var (own, length) = (_tables.Own.Span[anchor], query.IsSymmetric ? partners.Length : _tables.Own.Span[anchor]);
        var measure = new AnchorMeasure(this, anchor, query);
        var found = 0;
        for (var at = 0; at < length; at++)
        {
            // Counts fall inside each part: once one is too low, so is the rest of it.
            if (counts[at] < measure.MinCount)
            {
                if (at >= own) break;
                at = own - 1;
                continue;
            }
            var match = measure.Of(partners[at], counts[at], sums.IsEmpty ? counts[at] : sums[at]);
            if (measure.Passes(match) && query.Allows?.Invoke(match.Item) != false) found = Insert(best, found, match);
        }
        return found;
    }

    /// <summary>What a pair is worth whatever the thresholds say; null where it is not kept at the anchor.</summary>
    public CrossSellMatch? Between(int anchor, int item, CrossSellQuery query)
    {
        query.Check(this);
        var entries = EntriesOf(anchor);
        var place = _tables.Partners.Span[entries].IndexOf(item);
        if (place < 0) return null;

        var count = _tables.Counts.Span[entries][place];
        return new AnchorMeasure(this, anchor, query).Of(item, count, query.IsDecayed ? _tables.Sums.Span[entries][place] : count);
    }

    /// <summary>What is clearly bought less often together with an item than the popularity of both would give, the clearest first.</summary>
    public IReadOnlyList<Substitute> Substitutes(int item)
    {
        var (begin, end) = (_tables.SubstituteStarts.Span[item], _tables.SubstituteStarts.Span[item + 1]);
        var substitutes = new Substitute[end - begin];
        for (var at = begin; at < end; at++)
        {
            var (partner, count) = (_tables.SubstitutePartners.Span[at], _tables.SubstituteCounts.Span[at]);
            var expected = (double)CountOf(item) * CountOf(partner) / Baskets;
            substitutes[at - begin] = new(partner, count, expected, ShortfallRow.Clearness(count, expected));
        }
        return substitutes;
    }

    /// <summary>Writes everything that reading it back needs.</summary>
    public void Write(TensorWriter tensors) => CrossSellTensors.Write(_tables, tensors);

    /// <summary>Reads what <see cref="Write"/> wrote, and holds every number against what it may be. The matrix lives in the file's mapping.</summary>
    public static CrossSellMatrix Read(TensorReader tensors) => new(CrossSellTensors.Read(tensors));

    internal Range EntriesOf(int item) => _tables.Starts.Span[item].._tables.Starts.Span[item + 1];

    // Insertion into a short falling list: no allocation, and an answer is at most a page of items.
    static int Insert(Span<CrossSellMatch> best, int found, in CrossSellMatch match)
    {
        if (found == best.Length && !IsBetter(match, best[^1])) return found;

        var slot = Math.Min(found, best.Length - 1);
        for (; slot > 0 && IsBetter(match, best[slot - 1]); slot--) best[slot] = best[slot - 1];
        best[slot] = match;
        return Math.Min(found + 1, best.Length);
    }

    static bool IsBetter(in CrossSellMatch match, in CrossSellMatch other) =>
        match.Affinity > other.Affinity || (match.Affinity == other.Affinity && match.Item < other.Item);
}
