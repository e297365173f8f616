using Recommender.Core.Datasets;

namespace Recommender.Core.Evaluation.Splits;

/// <summary>Collects the rows of a <see cref="CsrMatrix"/> one after the other.</summary>
sealed class SparseRowsBuilder(bool hasValues)
{
    readonly List<int> _starts = [0];
    readonly List<int> _columns = [];
    readonly List<float> _values = [];

    public int Rows => _starts.Count - 1;

    /// <summary>How many entries the row in work has so far.</summary>
    public int Pending => _columns.Count - _starts[^1];

    public void Add(int column, float value)
    {
        _columns.Add(column);
        if (hasValues) _values.Add(value);
    }

    public void EndRow() => _starts.Add(_columns.Count);

    public CsrMatrix Build(int columns) => new(_starts.ToArray(), _columns.ToArray(), _values.ToArray(), columns);
}
