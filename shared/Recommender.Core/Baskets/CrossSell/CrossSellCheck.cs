namespace Recommender.Core.Baskets.CrossSell;

/// <summary>Whether the tables of a file fit together: lengths, bounds of every index, and counts that can be.</summary>
static class CrossSellCheck
{
    /// <summary>The first thing that cannot be; null when all is well.</summary>
    public static string? Problem(CrossSellTables tables)
    {
        if (!HaveTheirLengths(tables)) return "its tensors have lengths that do not belong together";

        if (!(tables.TotalWeight >= 0 && double.IsFinite(tables.TotalWeight))) return $"the baskets would weigh {tables.TotalWeight} together";

        return Items(tables)
            ?? Starts(tables.Starts.Span, tables.Partners.Length)
            ?? Starts(tables.SubstituteStarts.Span, tables.SubstitutePartners.Length)
            ?? Entries(tables)
            ?? Substitutes(tables);
    }

    static bool HaveTheirLengths(CrossSellTables tables) =>
        tables.Pairs.Length == tables.Items && tables.Own.Length == tables.Items
        && tables.Starts.Length == tables.Items + 1 && tables.SubstituteStarts.Length == tables.Items + 1
        && tables.Counts.Length == tables.Partners.Length && tables.SubstituteCounts.Length == tables.SubstitutePartners.Length
        && (tables.ItemSums.IsEmpty ? tables.Sums.IsEmpty : tables.ItemSums.Length == tables.Items && tables.Sums.Length == tables.Partners.Length);

    static string? Items(CrossSellTables tables)
    {
        for (var item = 0; item < tables.Items; item++)
        {
            if (tables.ItemCounts.Span[item] < 0 || tables.ItemCounts.Span[item] > tables.Baskets) return $"item {item} would be in {tables.ItemCounts.Span[item]} of {tables.Baskets} baskets";
        }
        foreach (var sum in tables.ItemSums.Span)
        {
            if (!(sum >= 0 && double.IsFinite(sum))) return $"the baskets of an item would weigh {sum}";
        }
        return null;
    }

    static string? Starts(ReadOnlySpan<int> starts, int entries)
    {
        if (starts[0] != 0 || starts[^1] != entries) return $"its rows do not end where their {entries} entries do";

        for (var item = 1; item < starts.Length; item++)
        {
            if (starts[item] < starts[item - 1]) return $"row {item - 1} would end before it begins";
        }
        return null;
    }

    static string? Entries(CrossSellTables tables)
    {
        var starts = tables.Starts.Span;
        var items = tables.ItemCounts.Span;
        for (var item = 0; item < tables.Items; item++)
        {
            var (own, length) = (tables.Own.Span[item], starts[item + 1] - starts[item]);
            if (own < 0 || own > length || tables.Pairs.Span[item] < length) return $"row {item} would have chosen {own} of {length} entries, of {tables.Pairs.Span[item]} pairs";

            for (var entry = starts[item]; entry < starts[item + 1]; entry++)
            {
                var (partner, count) = (tables.Partners.Span[entry], tables.Counts.Span[entry]);
                if ((uint)partner >= (uint)items.Length || partner == item) return $"item {item} would have the partner {partner} of {items.Length} items";
                if (count < 1 || count > Math.Min(items[item], items[partner])) return $"items {item} and {partner} would share {count} baskets";
            }
        }
        foreach (var sum in tables.Sums.Span)
        {
            if (!(sum >= 0 && float.IsFinite(sum))) return $"the baskets of a pair would weigh {sum}";
        }
        return null;
    }

    static string? Substitutes(CrossSellTables tables)
    {
        var starts = tables.SubstituteStarts.Span;
        var items = tables.ItemCounts.Span;
        for (var item = 0; item < tables.Items; item++)
        {
            for (var entry = starts[item]; entry < starts[item + 1]; entry++)
            {
                var (partner, count) = (tables.SubstitutePartners.Span[entry], tables.SubstituteCounts.Span[entry]);
                if ((uint)partner >= (uint)items.Length || partner == item) return $"item {item} would have the substitute {partner} of {items.Length} items";
                if (count < 0 || count > Math.Min(items[item], items[partner])) return $"items {item} and {partner} would share {count} baskets";
            }
        }
        return null;
    }
}
