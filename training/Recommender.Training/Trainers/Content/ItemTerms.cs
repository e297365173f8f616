using Recommender.Core.Datasets;

namespace Recommender.Training.Trainers.Content;

/// <summary>The terms of items, read one item after the other, and the vectors that they give.</summary>
sealed class ItemTerms
{
    readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    readonly List<double> _weights = [];      // of each term: its column's
    readonly List<int> _documents = [];       // of each term: items that have it
    readonly List<int> _starts = [0];
    readonly List<int> _terms = [];           // of all items, ascending inside one
    readonly List<float> _occurrences = [];
    readonly SparseRow _item = new();

    /// <summary>How many different terms.</summary>
    public int Count => _numbers.Count;

    /// <summary>Notes one occurrence at the item that is being read; <paramref name="weight"/> is the one of the term's column.</summary>
    public void Add(string term, double weight)
    {
        if (!_numbers.TryGetValue(term, out var number))
        {
            number = _numbers.Count;
            _numbers.Add(term, number);
            _weights.Add(weight);
            _documents.Add(0);
        }
        _item.Add(number, 1);
    }

    /// <summary>Ends the item that is being read; the next one begins.</summary>
    public void EndItem()
    {
        _item.MergeSums();
        foreach (var term in _item.Items) _documents[term]++;
        _terms.AddRange(_item.Items);
        _occurrences.AddRange(_item.Weights);
        _starts.Add(_terms.Count);
        _item.Clear();
    }

    /// <summary>
    /// Items by terms: (1 + log occurrences) log((1 + items) / (1 + items with the term)) times the column's weight, every row brought to
    /// length one.
    /// </summary>
    public CsrMatrix Vectors()
    {
        var items = _starts.Count - 1;
        var values = new float[_terms.Count];
        for (var item = 0; item < items; item++)
        {
            var squares = 0.0;
            for (var entry = _starts[item]; entry < _starts[item + 1]; entry++)
            {
                values[entry] = (float)((1 + Math.Log(_occurrences[entry])) * Math.Log((1.0 + items) / (1 + _documents[_terms[entry]])) * _weights[_terms[entry]]);
                squares += (double)values[entry] * values[entry];
            }
            for (var entry = _starts[item]; squares > 0 && entry < _starts[item + 1]; entry++) values[entry] = (float)(values[entry] / Math.Sqrt(squares));
        }
        return new(_starts.ToArray(), _terms.ToArray(), values, _numbers.Count);
    }
}
