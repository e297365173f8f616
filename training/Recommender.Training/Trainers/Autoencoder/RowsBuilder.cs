using Recommender.Core.Datasets;

namespace Recommender.Training.Trainers.Autoencoder;

/// <summary>Builds a sparse matrix row by row.</summary>
sealed class RowsBuilder(int columns)
{
    readonly List<int> _starts = [0];
    readonly List<int> _items = [];
    readonly List<float> _values = [];

    public void Add(int item, float value)
    {
        _items.Add(item);
        _values.Add(value);
    }

    public void EndRow() => _starts.Add(_items.Count);

    /// <summary>Adds a whole row.</summary>
    public void Add(ReadOnlySpan<int> items, ReadOnlySpan<float> values)
    {
        _items.AddRange(items);
        _values.AddRange(values);
        EndRow();
    }

    public CsrMatrix Build() => new(_starts.ToArray(), _items.ToArray(), _values.ToArray(), columns);
}
