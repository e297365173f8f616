using System.Text;

namespace Recommender.Core.Datasets;

/// <summary>
/// The names behind dense numbers: entry i of a data set is called <c>this[i]</c> at the edge. Names are kept as one block of UTF-8,
/// so that millions of them cost little more than their letters, and are found by binary search.
/// </summary>
public sealed class Vocabulary
{
    readonly ReadOnlyMemory<byte> _letters;
    readonly ReadOnlyMemory<int> _ends;   // entry i is _letters[_ends[i - 1].._ends[i]]
    readonly int[]? _sorted;              // entries in the order of their names; null when they stand in that order already

    /// <summary>Entries whose letters stand one behind the other in <paramref name="letters"/>; entry i ends at <paramref name="ends"/>[i].</summary>
    public Vocabulary(ReadOnlyMemory<byte> letters, ReadOnlyMemory<int> ends)
    {
        (_letters, _ends) = (letters, ends);
        _sorted = IsInOrder() ? null : Sorted();
    }

    /// <summary>No names at all.</summary>
    public static Vocabulary Empty { get; } = new(default, default);

    /// <summary>How many entries there are.</summary>
    public int Count => _ends.Length;

    /// <summary>All letters, one name behind the other.</summary>
    public ReadOnlyMemory<byte> Letters => _letters;

    /// <summary>Where each name ends in <see cref="Letters"/>.</summary>
    public ReadOnlyMemory<int> Ends => _ends;

    /// <summary>The name of an entry.</summary>
    public string this[int entry] => Encoding.UTF8.GetString(Utf8(entry));

    /// <summary>A vocabulary of these names in their order.</summary>
    public static Vocabulary Of(IEnumerable<string> names)
    {
        var builder = new VocabularyBuilder();
        foreach (var name in names) builder.Add(Encoding.UTF8.GetBytes(name));
        return builder.Build();
    }

    /// <summary>The letters of an entry's name.</summary>
    public ReadOnlySpan<byte> Utf8(int entry)
    {
        var ends = _ends.Span;
        return _letters.Span[(entry == 0 ? 0 : ends[entry - 1])..ends[entry]];
    }

    /// <summary>The entry of this name, or -1.</summary>
    public int Find(string name) => Find(Encoding.UTF8.GetBytes(name));

    /// <summary>The entry of this name, or -1.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = low + (high - low) / 2;
            var entry = _sorted is null ? middle : _sorted[middle];
            var order = Utf8(entry).SequenceCompareTo(name);
            if (order == 0) return entry;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return -1;
    }

    /// <summary>The entries listed, in that order.</summary>
    public Vocabulary Select(ReadOnlySpan<int> entries)
    {
        var builder = new VocabularyBuilder(entries.Length);
        foreach (var entry in entries) builder.Add(Utf8(entry));
        return builder.Build();
    }

    bool IsInOrder()
    {
        for (var entry = 1; entry < Count; entry++)
        {
            if (Utf8(entry - 1).SequenceCompareTo(Utf8(entry)) > 0) return false;
        }
        return true;
    }

    int[] Sorted()
    {
        var order = new int[Count];
        for (var entry = 0; entry < order.Length; entry++) order[entry] = entry;
        Array.Sort(order, (a, b) => Utf8(a).SequenceCompareTo(Utf8(b)));
        return order;
    }
}
