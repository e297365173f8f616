using Recommender.Core.Datasets;

namespace Recommender.Storage.Scores;

/// <summary>The lists of one part as columns, filled by many threads at once and used again for the part after the next.</summary>
public sealed class ScoreLists(Vocabulary customers, Vocabulary items, int capacity, int length)
{
    readonly int[] _customers = new int[capacity];
    readonly int[] _found = new int[capacity];
    readonly int[] _items = new int[checked(capacity * length)];
    readonly float[] _scores = new float[checked(capacity * length)];

    /// <summary>The names of all customers.</summary>
    public Vocabulary CustomerNames => customers;

    /// <summary>The names of all items.</summary>
    public Vocabulary ItemNames => items;

    /// <summary>Customers of the part.</summary>
    public int Count { get; private set; }

    /// <summary>The numbers of the customers of the part, in the order of their lists.</summary>
    public ReadOnlySpan<int> Customers => _customers.AsSpan(0, Count);

    /// <summary>Forgets all lists.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds a customer whose list is empty so far.</summary>
    public void Add(int customer)
    {
        (_customers[Count], _found[Count]) = (customer, 0);
        Count++;
    }

    /// <summary>Room for the items of a list, best first, and for their scores.</summary>
    public (Memory<int> Items, Memory<float> Scores) Room(int place) => (_items.AsMemory(place * length, length), _scores.AsMemory(place * length, length));

    /// <summary>Says how much of the room a list took.</summary>
    public void Took(int place, int found) => _found[place] = found;

    /// <summary>The items of a list, best first.</summary>
    public ReadOnlySpan<int> Items(int place) => _items.AsSpan(place * length, _found[place]);

    /// <summary>Their scores.</summary>
    public ReadOnlySpan<float> Scores(int place) => _scores.AsSpan(place * length, _found[place]);
}
