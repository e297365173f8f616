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
}
