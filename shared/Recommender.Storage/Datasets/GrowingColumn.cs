namespace Recommender.Storage.Datasets;

/// <summary>A column of unknown length in blocks: growing copies nothing and leaves next to nothing unused.</summary>
sealed class GrowingColumn<T>
    where T : struct
{
    const int BlockBits = 16;
    const int Mask = (1 << BlockBits) - 1;

    readonly List<T[]> _blocks = [];

    public int Count { get; private set; }

    public ref T this[int at] => ref _blocks[at >> BlockBits][at & Mask];

    public void Add(T value)
    {
        if ((Count & Mask) == 0) _blocks.Add(new T[Mask + 1]);
        _blocks[^1][Count & Mask] = value;
        Count = checked(Count + 1);
    }

    /// <summary>All values, one behind the other.</summary>
    public T[] ToArray()
    {
        var values = new T[Count];
        for (var block = 0; block < _blocks.Count; block++)
        {
            var begin = block << BlockBits;
            _blocks[block].AsSpan(0, Math.Min(Mask + 1, Count - begin)).CopyTo(values.AsSpan(begin));
        }
        return values;
    }
}
