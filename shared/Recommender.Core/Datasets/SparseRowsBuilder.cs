namespace Recommender.Core.Datasets;

/// <summary>Collects the rows of a <see cref="CsrMatrix"/> one after the other.</summary>
public sealed class SparseRowsBuilder(bool hasValues)
{
    readonly List<int> _starts = [0];
    readonly List<int> _columns = [];
    readonly List<float> _values = [];

    /// <summary>Rows ended so far.</summary>
    public int Rows => _starts.Count - 1;

    /// <summary>How many entries the row in work has so far.</summary>
    public int Pending => _columns.Count - _starts[^1];

    /// <summary>Adds an entry to the row in work.</summary>
    public void Add(int column, float value)
    {
        _columns.Add(column);
        if (hasValues) _values.Add(value);
    }

    /// <summary>Adds a whole row with values.</summary>
    public void AddRow(ReadOnlySpan<int> columns, ReadOnlySpan<float> values)
    {
        _columns.AddRange(columns);
        _values.AddRange(values);
        EndRow();
    }

    /// <summary>Ends the row in work.</summary>
    public void EndRow() => _starts.Add(_columns.Count);

    /// <summary>The rows as a matrix of so many columns.</summary>
    public CsrMatrix Build(int columns) => new(_starts.ToArray(), _columns.ToArray(), _values.ToArray(), columns);
}
