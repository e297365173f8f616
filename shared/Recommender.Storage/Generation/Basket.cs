namespace Recommender.Storage.Generation;

/// <summary>The lines of one order; no item is in it twice.</summary>
sealed class Basket
{
    readonly List<(CatalogueItem Item, int Quantity)> _lines = [];

    public int Count => _lines.Count;

    public (CatalogueItem Item, int Quantity) this[int line] => _lines[line];

    public void Clear() => _lines.Clear();

    public void Add(CatalogueItem item, int quantity)
    {
        foreach (var line in _lines)
            if (ReferenceEquals(line.Item, item)) return;

        _lines.Add((item, quantity));
    }

    public void CutTo(long lines)
    {
        if (_lines.Count > lines) _lines.RemoveRange((int)lines, _lines.Count - (int)lines);
    }
}
