namespace Recommender.Engine.Scoring;

/// <summary>Items that a list must not hold: a bit each, so that asking costs the same however many there are.</summary>
sealed class HiddenItems(int items)
{
    const int WordBits = 64;

    readonly ulong[] _bits = new ulong[(items + WordBits - 1) / WordBits];

    public bool Holds(int item) => (_bits[item / WordBits] >> (item % WordBits) & 1) != 0;

    public void Add(ReadOnlySpan<int> items)
    {
        foreach (var item in items) _bits[item / WordBits] |= 1UL << (item % WordBits);
    }

    /// <summary>Undoes <see cref="Add"/>.</summary>
    public void Remove(ReadOnlySpan<int> items)
    {
        foreach (var item in items) _bits[item / WordBits] = 0;
    }
}
