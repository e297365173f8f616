using Recommender.Core.Datasets;

namespace Recommender.Core.Numerics;

/// <summary>One row of a sparse product while it is summed: a dense row of sums that is all zero between two rows.</summary>
sealed class SparseSum(int columns)
{
    // Looking through the whole dense row costs about as much as so many additions fewer by this factor.
    const int WorthAScan = 8;

    readonly double[] _sums = new double[columns];
    readonly int[] _columns = new int[columns + 1];
    readonly double[] _values = new double[columns + 1];
    int _count;

    public ReadOnlySpan<int> Columns => _columns.AsSpan(0, _count);

    public ReadOnlySpan<double> Values => _values.AsSpan(0, _count);

    public void Add(CsrMatrix a, int row, CsrMatrix b)
    {
        var others = a.RowIndices(row);
        var starts = b.Starts.Span;
        var additions = 0L;
        foreach (var other in others) additions += starts[other + 1] - starts[other];

        if (additions * WorthAScan > columns)
        {
            AddRows(others, a.RowValues(row), b);
            CollectAll();
        }
        else
        {
            AddRowsNotingColumns(others, a.RowValues(row), b);
            CollectNoted();
        }
    }

    void AddRows(ReadOnlySpan<int> others, ReadOnlySpan<float> weights, CsrMatrix b)
    {
        var starts = b.Starts.Span;
        var indices = b.Indices.Span;
        var values = b.Values.Span;
        for (var at = 0; at < others.Length; at++)
        {
            var (begin, end) = (starts[others[at]], starts[others[at] + 1]);
            var weight = weights.IsEmpty ? 1.0 : weights[at];
            if (values.IsEmpty) AddOnes(indices[begin..end], weight);
            else AddWeighted(indices[begin..end], values[begin..end], weight);
        }
    }

    void AddOnes(ReadOnlySpan<int> indices, double weight)
    {
        var sums = _sums;
        foreach (var column in indices) sums[column] += weight;
    }

    void AddWeighted(ReadOnlySpan<int> indices, ReadOnlySpan<float> values, double weight)
    {
        var sums = _sums;
        for (var entry = 0; entry < indices.Length; entry++) sums[indices[entry]] += weight * values[entry];
    }

    // Writes every column and steps on behind those that hold something: no branch to guess wrong.
    void CollectAll()
    {
        var count = 0;
        for (var column = 0; column < _sums.Length; column++)
        {
            var sum = _sums[column];
            (_columns[count], _values[count]) = (column, sum);
            count += sum != 0 ? 1 : 0;
        }
        Array.Clear(_sums);
        _count = count;
    }

    void AddRowsNotingColumns(ReadOnlySpan<int> others, ReadOnlySpan<float> weights, CsrMatrix b)
    {
        _count = 0;
        for (var at = 0; at < others.Length; at++)
        {
            var indices = b.RowIndices(others[at]);
            var values = b.RowValues(others[at]);
            var weight = weights.IsEmpty ? 1.0 : weights[at];
            for (var entry = 0; entry < indices.Length; entry++)
            {
                ref var sum = ref _sums[indices[entry]];
                if (sum == 0) _columns[_count++] = indices[entry];
                sum += values.IsEmpty ? weight : weight * values[entry];
            }
        }
    }

    void CollectNoted()
    {
        _columns.AsSpan(0, _count).Sort();
        var kept = 0;
        for (var at = 0; at < _count; at++)
        {
            var column = _columns[at];
            if (_sums[column] == 0) continue;   // cancelled out, or noted before

            (_columns[kept], _values[kept]) = (column, _sums[column]);
            _sums[column] = 0;
            kept++;
        }
        _count = kept;
    }
}
