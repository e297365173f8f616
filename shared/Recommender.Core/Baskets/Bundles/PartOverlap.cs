namespace Recommender.Core.Baskets.Bundles;

/// <summary>
/// Which parts of a bundle stand together in how many baskets: all baskets with any part are walked once. Made once, used for every bundle;
/// nothing is allocated for one.
/// </summary>
sealed class PartOverlap
{
    readonly BasketSet _baskets;
    readonly int[] _customers;                                        // of each basket, -1 where unknown; empty where all are
    readonly int[] _counts = new int[1 << BundleOptions.MostItems];   // baskets by the parts that they have, bit p for part p
    readonly int[] _next = new int[BundleOptions.MostItems];
    int[] _whole = [];   // the baskets with all parts, as many as their count
    int _parts;
    int _partialCustomers;

    public PartOverlap(BasketSet baskets)
    {
        _baskets = baskets;
        _customers = baskets.CustomerStarts.IsEmpty ? [] : CustomersOf(baskets);
    }

    int All => (1 << _parts) - 1;

    /// <summary>Baskets with any part.</summary>
    public int Any { get; private set; }

    /// <summary>Whom the bundle could win.</summary>
    public BundleReach Reach => new(Any - _counts[All], _customers.Length == 0 ? null : _partialCustomers);

    /// <summary>Baskets with all parts of a mask.</summary>
    public int With(int mask)
    {
        var sum = 0;
        for (var parts = mask; parts <= All; parts++) sum += (parts & mask) == mask ? _counts[parts] : 0;
        return sum;
    }

    /// <summary>The least lift of one part with the others: n(all) N / (n(others) n(part)).</summary>
    public double WeakestLink()
    {
        var least = double.PositiveInfinity;
        for (var part = 0; part < _parts; part++)
            least = Math.Min(least, (double)_counts[All] * _baskets.Count / ((double)With(All & ~(1 << part)) * With(1 << part)));
        return least;
    }

    /// <summary>Whether any two parts pass <paramref name="isSubstitute"/>, which is given the baskets with one, with the other and with both.</summary>
    public bool HasPair(Func<int, int, int, bool> isSubstitute)
    {
        for (var one = 1; one < _parts; one++)
        {
            for (var other = 0; other < one; other++)
            {
                if (isSubstitute(With(1 << one), With(1 << other), With((1 << one) | (1 << other)))) return true;
            }
        }
        return false;
    }

    /// <summary>Whether an item that passes <paramref name="canJoin"/> stands in every basket with all parts.</summary>
    public bool HasCompanion(Func<int, bool> canJoin)
    {
        var whole = _whole.AsSpan(0, _counts[All]);
        var smallest = whole[0];
        foreach (var basket in whole) smallest = _baskets.Lines.RowCount(basket) < _baskets.Lines.RowCount(smallest) ? basket : smallest;
        foreach (var item in _baskets.Lines.RowIndices(smallest))
        {
            if (IsInAll(whole, item) && canJoin(item)) return true;
        }
        return false;
    }

    /// <summary>Counts the baskets of these parts.</summary>
    public void Count(ReadOnlySpan<int> parts)
    {
        var starts = _baskets.ItemBaskets.Starts.Span;
        var baskets = _baskets.ItemBaskets.Indices.Span;
        (_parts, Any, _partialCustomers) = (parts.Length, 0, 0);
        Array.Clear(_counts);
        for (var part = 0; part < parts.Length; part++) _next[part] = starts[parts[part]];
        var (customer, theirs) = (-1, 0);
        while (true)
        {
            var lowest = int.MaxValue;
            for (var part = 0; part < parts.Length; part++)
            {
                if (_next[part] < starts[parts[part] + 1]) lowest = Math.Min(lowest, baskets[_next[part]]);
            }
            if (lowest == int.MaxValue) break;

            var mask = 0;
            for (var part = 0; part < parts.Length; part++)
            {
                if (_next[part] == starts[parts[part] + 1] || baskets[_next[part]] != lowest) continue;

                mask |= 1 << part;
                _next[part]++;
            }
            if (mask == All) Keep(lowest);
            _counts[mask]++;
            Any++;
            if (_customers.Length == 0) continue;

            // A customer's baskets stand together, so what they bought at all is known when the next one's begin.
            if (_customers[lowest] != customer) Leave(customer, theirs);
            (customer, theirs) = (_customers[lowest], _customers[lowest] == customer ? theirs | mask : mask);
        }
        Leave(customer, theirs);
    }

    bool IsInAll(ReadOnlySpan<int> baskets, int item)
    {
        foreach (var basket in baskets)
        {
            if (_baskets.Lines.RowIndices(basket).BinarySearch(item) < 0) return false;
        }
        return true;
    }

    void Keep(int basket)
    {
        if (_counts[All] == _whole.Length) Array.Resize(ref _whole, Math.Max(64, 2 * _whole.Length));
        _whole[_counts[All]] = basket;
    }

    void Leave(int customer, int theirs) => _partialCustomers += customer >= 0 && theirs != All ? 1 : 0;

    static int[] CustomersOf(BasketSet baskets)
    {
        var starts = baskets.CustomerStarts.Span;
        var customers = new int[baskets.Count];
        Array.Fill(customers, -1);
        for (var customer = 0; customer + 1 < starts.Length; customer++) customers.AsSpan(starts[customer]..starts[customer + 1]).Fill(customer);
        return customers;
    }
}
