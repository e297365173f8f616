using Recommender.Core.Datasets;

namespace Recommender.Storage.Datasets;

/// <summary>The pairs of a file as columns: eight bytes a line, four more for ratings and for times where there are any.</summary>
sealed class PairTable(bool hasRatings, bool hasTimes)
{
    readonly NameTable _users = new();
    readonly NameTable _items = new();
    readonly GrowingColumn<int> _user = new();
    readonly GrowingColumn<int> _item = new();
    readonly GrowingColumn<float> _rating = new();
    readonly GrowingColumn<int> _time = new();
    int _last;

    /// <summary>Makes a user known who may have no item; gives the user's number.</summary>
    public int User(ReadOnlySpan<byte> name) => _users.NumberOf(name);

    /// <summary>Appends a pair; <paramref name="time"/> in minutes since 1970.</summary>
    public void Add(int user, ReadOnlySpan<byte> item, float rating = 0, int time = 0)
    {
        _user.Add(user);
        _item.Add(_items.NumberOf(item));
        if (hasRatings) _rating.Add(rating);
        if (hasTimes) _time.Add(time);
        _last = Math.Max(_last, time);
    }

    /// <summary>The data set of all pairs.</summary>
    public Dataset ToDataset(string name, string hash, CancellationToken cancellationToken)
    {
        var (customers, customerOf) = _users.Sorted();
        cancellationToken.ThrowIfCancellationRequested();
        var (items, itemOf) = _items.Sorted();
        for (var line = 0; line < _user.Count; line++)
        {
            if (line % 65536 == 0) cancellationToken.ThrowIfCancellationRequested();
            (_user[line], _item[line]) = (customerOf[_user[line]], itemOf[_item[line]]);
        }
        var pairs = new SortedPairs(_user, _item, _last > 0 ? _time : null, customers.Count, cancellationToken);
        return new()
        {
            Name = name,
            Hash = hash,
            Customers = customers,
            Items = items,
            Ratings = hasRatings ? pairs.Ratings(_rating, items.Count) : null,
            Baskets = pairs.Baskets(items.Count),
            Now = _last > 0 ? _last + 1 : 0,
            HasTimes = _last > 0,
        };
    }
}
