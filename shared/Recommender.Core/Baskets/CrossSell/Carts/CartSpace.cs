namespace Recommender.Core.Baskets.CrossSell.Carts;

/// <summary>The sums of one cart while it is scored: all zero and empty between two carts.</summary>
sealed class CartSpace(int items)
{
    readonly double[] _sums = new double[items];
    readonly bool[] _isTaken = new bool[items];
    readonly List<int> _touched = [];
    readonly List<int> _taken = [];

    /// <summary>Items that got a vote.</summary>
    public IReadOnlyList<int> Touched => _touched;

    public double this[int item] => _sums[item];

    public void Add(int item, double vote)
    {
        if (_sums[item] == 0) _touched.Add(item);
        _sums[item] += vote;
    }

    /// <summary>Notes that an item may not be suggested any more; false when it was noted before.</summary>
    public bool Take(int item)
    {
        if (_isTaken[item]) return false;

        _isTaken[item] = true;
        _taken.Add(item);
        return true;
    }

    public bool IsTaken(int item) => _isTaken[item];

    public void Clear()
    {
        foreach (var item in _touched) _sums[item] = 0;
        foreach (var item in _taken) _isTaken[item] = false;
        _touched.Clear();
        _taken.Clear();
    }
}
