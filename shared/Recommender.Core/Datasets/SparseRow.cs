namespace Recommender.Core.Datasets;

/// <summary>A growing list of items with weights that is used again and again: one a thread, nothing is allocated once it is warm.</summary>
public sealed class SparseRow
{
    int[] _items = new int[64];
    float[] _weights = new float[64];

    /// <summary>How many entries.</summary>
    public int Count { get; private set; }

    /// <summary>The items; ascending and each once after a merge.</summary>
    public ReadOnlySpan<int> Items => _items.AsSpan(0, Count);

    /// <summary>The weight of each item.</summary>
    public Span<float> Weights => _weights.AsSpan(0, Count);

    /// <summary>Forgets all entries.</summary>
    public void Clear() => Count = 0;

    /// <summary>Appends an entry.</summary>
    public void Add(int item, float weight)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, 2 * Count);
            Array.Resize(ref _weights, 2 * Count);
        }
        (_items[Count], _weights[Count]) = (item, weight);
        Count++;
    }

    /// <summary>Sorts by item; of several entries of one item the largest weight stays.</summary>
    public void MergeLargest() => Merge(Math.Max);

    /// <summary>Sorts by item; several entries of one item become their sum.</summary>
    public void MergeSums() => Merge(static (a, b) => a + b);

    void Merge(Func<float, float, float> join)
    {
        if (Count == 0) return;

        Array.Sort(_items, _weights, 0, Count);
        var kept = 0;
        for (var entry = 1; entry < Count; entry++)
        {
            if (_items[entry] == _items[kept])
            {
                _weights[kept] = join(_weights[kept], _weights[entry]);
                continue;
            }
            kept++;
            (_items[kept], _weights[kept]) = (_items[entry], _weights[entry]);
        }
        Count = kept + 1;
    }
}
