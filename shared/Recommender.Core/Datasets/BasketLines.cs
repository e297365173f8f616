namespace Recommender.Core.Datasets;

/// <summary>The lines of baskets while they are placed: each basket's own run, then sorted, an item's several lines joined.</summary>
sealed class BasketLines
{
    readonly int[] _starts;
    readonly int[] _next;
    readonly int[] _items;
    readonly float[] _quantities;
    readonly float[] _amounts;
    int _kept;

    public BasketLines(List<int> starts, bool hasQuantities, bool hasAmounts)
    {
        _starts = [.. starts];
        _next = _starts[..^1];
        _items = new int[_starts[^1]];
        _quantities = hasQuantities ? new float[_items.Length] : [];
        _amounts = hasAmounts ? new float[_items.Length] : [];
    }

    public ReadOnlyMemory<int> Starts => _starts;

    public ReadOnlyMemory<int> Items => _items.AsMemory(0, _kept);

    public ReadOnlyMemory<float> Quantities => _quantities.AsMemory(0, _quantities.Length == 0 ? 0 : _kept);

    public ReadOnlyMemory<float> Amounts => _amounts.AsMemory(0, _amounts.Length == 0 ? 0 : _kept);

    public void Add(int basket, int item, float quantity, float amount)
    {
        var place = _next[basket];
        if (place == _starts[basket + 1]) throw new InvalidOperationException($"Basket {basket} was announced with {place - _starts[basket]} lines and gets more.");

        _next[basket]++;
        _items[place] = item;
        if (_quantities.Length > 0) _quantities[place] = quantity;
        if (_amounts.Length > 0) _amounts[place] = amount;
    }

    public void Complete()
    {
        var begin = 0;
        for (var basket = 0; basket < _next.Length; basket++)
        {
            var end = _starts[basket + 1];
            if (_next[basket] != end) throw new InvalidOperationException($"Basket {basket} was announced with {end - begin} lines and got {_next[basket] - begin}.");

            Sort(begin, end - begin);
            _starts[basket] = _kept;
            for (var line = begin; line < end; line++) Keep(line, isFirst: line == begin);
            begin = end;
        }
        _starts[^1] = _kept;
    }

    // The order of lines, applied to every column; equal items keep the order in which they came only as far as their sums agree.
    void Sort(int begin, int length)
    {
        var items = _items.AsSpan(begin, length);
        if (_quantities.Length == 0 && _amounts.Length == 0)
        {
            items.Sort();
            return;
        }
        var places = new int[length];
        for (var place = 0; place < length; place++) places[place] = place;
        items.Sort(places);
        Rearrange(_quantities, begin, places);
        Rearrange(_amounts, begin, places);
    }

    static void Rearrange(float[] column, int begin, int[] places)
    {
        if (column.Length == 0) return;

        var before = column.AsSpan(begin, places.Length).ToArray();
        for (var place = 0; place < places.Length; place++) column[begin + place] = before[places[place]];
    }

    void Keep(int line, bool isFirst)
    {
        if (!isFirst && _items[line] == _items[_kept - 1])
        {
            if (_quantities.Length > 0) _quantities[_kept - 1] += _quantities[line];
            if (_amounts.Length > 0) _amounts[_kept - 1] += _amounts[line];
            return;
        }
        _items[_kept] = _items[line];
        if (_quantities.Length > 0) _quantities[_kept] = _quantities[line];
        if (_amounts.Length > 0) _amounts[_kept] = _amounts[line];
        _kept++;
    }
}
