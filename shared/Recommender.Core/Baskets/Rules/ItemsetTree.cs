using Recommender.Core.Baskets.Itemsets;

namespace Recommender.Core.Baskets.Rules;

/// <summary>
/// Itemsets with their counts as a prefix tree: a node is its prefix and one item more, found by hashing both, in about 20 bytes an
/// itemset and never more than <see cref="BytesEach"/>, also while the hash table grows.
/// </summary>
sealed class ItemsetTree
{
    /// <summary>Above every itemset: what a node of one item hangs from.</summary>
    public const int Root = -1;

    /// <summary>Items of the longest itemset that rules are made of: a longer one has more subsets than can ever be listed.</summary>
    public const int Longest = 64;

    /// <summary>The most that an itemset takes.</summary>
    public const int BytesEach = 32;

    const int BlockBits = 14;
    const int BlockSize = 1 << BlockBits;

    readonly List<Node[]> _blocks = [];
    int[] _slots = new int[1024];   // node + 1; 0 is free

    /// <summary>How many nodes.</summary>
    public int Count { get; private set; }

    /// <summary>Adds itemsets; a prefix that comes later than its longer sets waits with a count of 0.</summary>
    public void Add(ItemsetBlock block)
    {
        for (var itemset = 0; itemset < block.Count; itemset++)
        {
            var node = Root;
            foreach (var item in block.ItemsOf(itemset)) node = ChildOrNew(node, item);
            _blocks[node >> BlockBits][node & (BlockSize - 1)].Count = block.Counts.Span[itemset];
        }
    }

    /// <summary>The node of one item more, or <see cref="Root"/> where there is none.</summary>
    public int Child(int parent, int item) => _slots[Slot(parent, item)] - 1;

    /// <summary>The baskets with the itemset; 0 where it was not found.</summary>
    public int CountOf(int node) => node == Root ? 0 : At(node).Count;

    /// <summary>Fills in the items of a node, ascending, and the nodes of all its prefixes.</summary>
    /// <returns>How many; 0 where they are more than <see cref="Longest"/>.</returns>
    public int Load(int node, Span<int> items, Span<int> nodes)
    {
        var length = 0;
        for (var at = node; at != Root; at = At(at).Parent)
        {
            if (length == Longest) return 0;
            (items[length], nodes[length]) = (At(at).Item, at);
            length++;
        }
        items[..length].Reverse();
        nodes[..length].Reverse();
        return length;
    }

    ref Node At(int node) => ref _blocks[node >> BlockBits][node & (BlockSize - 1)];

    int ChildOrNew(int parent, int item)
    {
        var slot = Slot(parent, item);
        if (_slots[slot] != 0) return _slots[slot] - 1;

        if (Count == _blocks.Count * BlockSize) _blocks.Add(new Node[BlockSize]);
        At(Count) = new() { Parent = parent, Item = item };
        _slots[slot] = ++Count;
        if (Count > _slots.Length / 3 * 2) Grow();
        return Count - 1;
    }

    // Linear probing over a power of two.
    int Slot(int parent, int item)
    {
        var slot = (int)((((ulong)(uint)parent << 32 | (uint)item) * 0x9E3779B97F4A7C15 >> 32) * (ulong)_slots.Length >> 32);
        for (; _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            ref var node = ref At(_slots[slot] - 1);
            if (node.Parent == parent && node.Item == item) break;
        }
        return slot;
    }

    void Grow()
    {
        _slots = new int[checked(2 * _slots.Length)];
        for (var node = 0; node < Count; node++) _slots[Slot(At(node).Parent, At(node).Item)] = node + 1;
    }

    struct Node
    {
        public int Parent;
        public int Item;
        public int Count;
    }
}
