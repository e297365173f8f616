using Recommender.Core.Datasets;

namespace Recommender.Core.Evaluation.Splits;

/// <summary>
/// Goes through the pairs of customer and item of a division: what was bought in the target part becomes the targets, and each rating
/// goes where its pair goes. A rating is the last of its pair: with any line of the pair in the target part, a trainer must not see it.
/// </summary>
sealed class PairParts
{
    readonly Division _division;
    readonly Dataset _source;
    readonly Numbering _customers;
    readonly Numbering _items;
    readonly SparseRowsBuilder _targets;
    readonly SparseRowsBuilder _ratings = new(hasValues: true);
    readonly List<int> _cases = [];

    // Of the customer in work, by item: the latest part of the lines, whether there are any, and the rating.
    readonly Part[] _parts;
    readonly bool[] _isBought;
    readonly float[] _rating;
    readonly List<int> _bought = [];

    public PairParts(Division division, Numbering customers, Numbering items)
    {
        (_division, _source, _customers, _items) = (division, division.Dataset, customers, items);
        _targets = new(hasValues: _source.Ratings is not null);
        var count = _source.Items.Count;
        (_parts, _isBought, _rating) = (new Part[count], new bool[count], new float[count]);
        Array.Fill(_rating, float.NaN);
    }

    /// <summary>The customers, by their numbers in the source, who have something to find.</summary>
    public IReadOnlyList<int> Cases => _cases;

    /// <summary>Cases by new items.</summary>
    public CsrMatrix Targets => _targets.Build(_items.Count);

    /// <summary>The ratings of the training part, new customers by new items.</summary>
    public CsrMatrix Ratings => _ratings.Build(_items.Count);

    public void Collect(CancellationToken cancellationToken)
    {
        for (var customer = 0; customer < _source.Customers.Count; customer++)
        {
            if (customer % 1024 == 0) cancellationToken.ThrowIfCancellationRequested();
            ReadLines(customer);
            if (_source.Ratings is { } ratings) DivideRatings(customer, ratings);
            AddTargets(customer);
            Forget();
        }
    }

    void ReadLines(int customer)
    {
        var history = _source.Baskets.Of(customer);
        var items = history.Items;
        var parts = _division.Lines.AsSpan(_source.Baskets.Starts.Span[history.First], items.Length);
        for (var line = 0; line < items.Length; line++)
        {
            var item = items[line];
            if (!_isBought[item]) _bought.Add(item);
            _isBought[item] = true;
            _parts[item] = (Part)Math.Max((byte)_parts[item], (byte)parts[line]);
        }
    }

    void DivideRatings(int customer, CsrMatrix ratings)
    {
        var items = ratings.RowIndices(customer);
        var values = ratings.RowValues(customer);
        for (var entry = 0; entry < items.Length; entry++)
        {
            var (item, value) = (items[entry], values.IsEmpty ? 1 : values[entry]);
            if (_isBought[item]) _rating[item] = value;
            if (_parts[item] == Part.Training && _customers[customer] >= 0 && _items[item] >= 0) _ratings.Add(_items[item], value);
        }
        if (_customers[customer] >= 0) _ratings.EndRow();
    }

    // Somebody known to the training, or a stranger with a history: whom nobody knows anything about cannot be asked about.
    void AddTargets(int customer)
    {
        if (_customers[customer] < 0 && !_bought.Exists(item => _parts[item] == Part.History && _items[item] >= 0)) return;

        _bought.Sort();
        foreach (var item in _bought)
        {
            if (_parts[item] == Part.Target && _items[item] >= 0) _targets.Add(_items[item], _rating[item]);
        }
        if (_targets.Pending == 0) return;

        _targets.EndRow();
        _cases.Add(customer);
    }

    void Forget()
    {
        foreach (var item in _bought) (_parts[item], _isBought[item], _rating[item]) = (Part.Training, false, float.NaN);
        _bought.Clear();
    }
}
