using Recommender.Core.Datasets;

namespace Recommender.Storage.Datasets;

/// <summary>The lines of a file by customer, each one's by time and, at one time, as they stand in the file.</summary>
sealed class SortedPairs
{
    readonly GrowingColumn<int> _item;
    readonly GrowingColumn<int>? _time;
    readonly CancellationToken _cancellation;
    readonly int[] _starts;   // customer c has the lines _lines[_starts[c].._starts[c + 1]]
    readonly int[] _lines;
    readonly long[] _keys;    // of the customer in work: what is sorted by in the upper half, the place among the lines in the lower

    public SortedPairs(GrowingColumn<int> customer, GrowingColumn<int> item, GrowingColumn<int>? time, int customers, CancellationToken cancellationToken)
    {
        (_item, _time, _cancellation) = (item, time, cancellationToken);
        _starts = new int[customers + 1];
        _lines = new int[customer.Count];
        _keys = new long[Place(customer)];
        if (time is not null) SortBy(time);
    }

    int Customers => _starts.Length - 1;

    /// <summary>A basket for everything that a customer has at one time.</summary>
    public ShopBaskets Baskets(int items)
    {
        var builder = new BasketsBuilder(Customers, items, _time is null ? Customers : _lines.Length);
        ForEachBasket((customer, begin, end) => builder.AddBasket(customer, _time?[_lines[begin]] ?? 0, end - begin));
        var basket = 0;
        ForEachBasket((_, begin, end) =>
        {
            for (var at = begin; at < end; at++) builder.AddLine(basket, _item[_lines[at]]);
            basket++;
        });
        _cancellation.ThrowIfCancellationRequested();
        return builder.Build();
    }

    /// <summary>Customers by items: the last rating of each pair.</summary>
    public CsrMatrix Ratings(GrowingColumn<float> rating, int items)
    {
        var (starts, indices, values) = (new int[_starts.Length], new int[_lines.Length], new float[_lines.Length]);
        var kept = 0;
        for (var customer = 0; customer < Customers; customer++)
        {
            var lines = Of(customer);
            var keys = Sorted(lines, _item);
            for (var at = 0; at < keys.Length; at++)
            {
                var item = (int)(keys[at] >> 32);
                if (at + 1 < keys.Length && (int)(keys[at + 1] >> 32) == item) continue;

                (indices[kept], values[kept]) = (item, rating[lines[(int)keys[at]]]);
                kept++;
            }
            starts[customer + 1] = kept;
        }
        var isPlain = !values.AsSpan(0, kept).ContainsAnyExcept(1f);
        return new(starts, indices.AsMemory(0, kept), isPlain ? default : values.AsMemory(0, kept), items);
    }

    // One pass counts, one places; gives the most lines that a customer has.
    int Place(GrowingColumn<int> customer)
    {
        for (var line = 0; line < customer.Count; line++) _starts[customer[line] + 1]++;
        var most = 0;
        for (var at = 0; at < Customers; at++)
        {
            most = Math.Max(most, _starts[at + 1]);
            _starts[at + 1] += _starts[at];
        }
        var next = _starts.AsSpan(0, Customers).ToArray();
        for (var line = 0; line < customer.Count; line++)
        {
            if (line % 65536 == 0) _cancellation.ThrowIfCancellationRequested();
            _lines[next[customer[line]]++] = line;
        }
        return most;
    }

    void SortBy(GrowingColumn<int> time)
    {
        var before = new int[_keys.Length];
        for (var customer = 0; customer < Customers; customer++)
        {
            var lines = Of(customer);
            lines.CopyTo(before);
            var keys = Sorted(lines, time);
            for (var at = 0; at < keys.Length; at++) lines[at] = before[(int)keys[at]];
        }
    }

    Span<int> Of(int customer)
    {
        if (customer % 1024 == 0) _cancellation.ThrowIfCancellationRequested();
        return _lines.AsSpan(_starts[customer].._starts[customer + 1]);
    }

    // Keys differ in their places, so equal values keep the order of their lines.
    ReadOnlySpan<long> Sorted(ReadOnlySpan<int> lines, GrowingColumn<int> column)
    {
        var keys = _keys.AsSpan(0, lines.Length);
        for (var at = 0; at < keys.Length; at++) keys[at] = ((long)column[lines[at]] << 32) | (uint)at;
        keys.Sort();
        return keys;
    }

    void ForEachBasket(Action<int, int, int> visit)
    {
        for (var customer = 0; customer < Customers; customer++)
        {
            var lines = Of(customer);
            for (var begin = 0; begin < lines.Length;)
            {
                var end = begin + 1;
                while (end < lines.Length && (_time is null || _time[lines[end]] == _time[lines[begin]])) end++;
                visit(customer, _starts[customer] + begin, _starts[customer] + end);
                begin = end;
            }
        }
    }
}
