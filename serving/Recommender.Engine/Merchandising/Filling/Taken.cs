namespace Recommender.Engine.Merchandising.Filling;

/// <summary>The rows of a list so far: lists are short, and a pass over their numbers is quicker than a hash.</summary>
struct Taken(int count)
{
    int[] _rows = new int[Math.Min(count, 64)];
    int _count;

    public readonly bool Has(int row) => _rows.AsSpan(0, _count).Contains(row);

    public void Add(int row)
    {
        if (_count == _rows.Length) Array.Resize(ref _rows, Math.Max(16, 2 * _count));
        _rows[_count++] = row;
    }
}
