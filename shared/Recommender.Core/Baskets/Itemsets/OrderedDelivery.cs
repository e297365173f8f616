using System.Globalization;

namespace Recommender.Core.Baskets.Itemsets;

/// <summary>
/// Brings what the threads find into the order of first items. The first item whose turn it is hands its blocks on at once; those that are
/// ahead of it keep theirs until it is their turn, and wait when too much is kept.
/// </summary>
sealed class OrderedDelivery(MiningOptions options, SearchLimits limits, Action<ItemsetBlock>? take, int firstItems)
{
    const int Patience = 50;   // milliseconds after which one that waits looks whether the search has ended

    readonly object _gate = new();
    readonly Dictionary<int, Queue<ItemsetBlock>> _kept = [];
    readonly Dictionary<int, long[]?> _finished = [];
    readonly List<long> _bySize = [];
    long _bytesKept;
    long _delivered;
    long _ofTurn;
    int _turn;

    /// <summary>How many itemsets of 1, 2, 3 ... items were handed on or counted.</summary>
    public IReadOnlyList<long> BySize => _bySize;

    /// <summary>The first item whose own number of itemsets is beyond the limit, and which was therefore not counted; null when there is none.</summary>
    public int? Unlisted { get; private set; }

    /// <summary>Bytes that may be kept.</summary>
    public static long MostKept(MiningOptions options) => options.Memory / 4;

    /// <summary>Where the search stands, in words.</summary>
    public string Where() => string.Create(CultureInfo.InvariantCulture,
        $"after {_turn} of {firstItems} first items (rarest first){(_ofTurn > 0 ? " and a part of the next" : "")}");

    /// <summary>Hands a block on when its first item's turn comes; false when the search has ended.</summary>
    public bool TryOffer(int rank, ItemsetBlock block)
    {
        lock (_gate)
        {
            while (rank != _turn && _bytesKept + BytesOf(block) > MostKept(options) && !limits.IsStopped) Monitor.Wait(_gate, Patience);
            if (limits.IsStopped) return false;
            if (rank == _turn) return TryHandOn(block);

            if (!_kept.TryGetValue(rank, out var queue)) _kept[rank] = queue = [];
            queue.Enqueue(block);
            _bytesKept += BytesOf(block);
            return true;
        }
    }

    /// <summary>
    /// A first item is done; <paramref name="counted"/> are its itemsets of 0, 1, 2 ... items where they were only counted, null where
    /// there are too many.
    /// </summary>
    public void Finish(int rank, long[]? counted)
    {
        lock (_gate)
        {
            _finished[rank] = counted;
            while (!limits.IsStopped && TryHandOnKept() && _finished.Remove(_turn, out var next) && TryCount(next))
            {
                _turn++;
                _ofTurn = 0;
                if (_turn * 100L / firstItems != (_turn - 1) * 100L / firstItems) options.Progress?.Report((double)_turn / firstItems);
            }
            Monitor.PulseAll(_gate);
        }
    }

    bool TryHandOnKept()
    {
        if (!_kept.Remove(_turn, out var queue)) return true;

        foreach (var block in queue)
        {
            _bytesKept -= BytesOf(block);
            if (!TryHandOn(block)) return false;
        }
        return true;
    }

    bool TryHandOn(ItemsetBlock block)
    {
        var left = options.MaxItemsets - _delivered;
        var taken = block.Count <= left ? block : Cut(block, (int)left);
        var begin = 0;
        foreach (var end in taken.Ends.Span)
        {
            Add(end - begin, 1);
            begin = end;
        }
        if (taken.Count > 0) take?.Invoke(taken);
        if (taken.Count == block.Count) return true;

        limits.StopByItemsets();
        return false;
    }

    bool TryCount(long[]? counted)
    {
        if (counted is null || counted.Sum() > options.MaxItemsets - _delivered)
        {
            Unlisted = _turn;
            limits.StopByItemsets();
            return false;
        }
        for (var size = 1; size < counted.Length; size++) Add(size, counted[size]);
        return true;
    }

    void Add(int size, long itemsets)
    {
        if (itemsets == 0) return;

        while (_bySize.Count < size) _bySize.Add(0);
        _bySize[size - 1] += itemsets;
        _delivered += itemsets;
        _ofTurn += itemsets;
    }

    static ItemsetBlock Cut(ItemsetBlock block, int count) =>
        new(block.Ends[..count], block.Items[..(count == 0 ? 0 : block.Ends.Span[count - 1])], block.Counts[..count]);

    static long BytesOf(ItemsetBlock block) => 4L * (block.Items.Length + 2 * block.Count);
}
