namespace Recommender.Engine.Assortments.Columns;

/// <summary>
/// One attribute of every item, by row. One writer at a time; readers take no lock and see each value whole. A column is only as long as the
/// highest row that was ever given a value: every row behind it has none.
/// </summary>
abstract class Column(string name, AttributeKind kind)
{
    const int Bits = 64;

    ulong[] _fed = [];   // a bit a row: the feed has spoken, and a snapshot no longer does
    int _present;

    public string Name => name;

    public AttributeKind Kind => kind;

    /// <summary>How many rows have a value.</summary>
    public int Present => Volatile.Read(ref _present);

    /// <summary>Whether a row has a value.</summary>
    public abstract bool Has(int row);

    /// <summary>The value of a row; null where it has none.</summary>
    public abstract AttributeValue? Get(int row);

    /// <summary>Bytes that the column takes, without the texts.</summary>
    public virtual long Bytes => _fed.Length * sizeof(ulong);

    /// <summary>What is wrong with a value for this column; null when nothing is.</summary>
    public string? Fault(AttributeValue value) => value.Kind == kind ? FaultOf(value)
        : $"'{name}' holds {Holds(kind)} and was given {Holds(value.Kind)}, {value}; give {Holds(kind)}, or null to clear it.";

    /// <summary>Sets a value for the feed.</summary>
    public void Feed(int row, AttributeValue? value)
    {
        if (row / Bits >= _fed.Length) Array.Resize(ref _fed, Length(row / Bits, _fed.Length));
        _fed[row / Bits] |= 1UL << (row % Bits);
        Set(row, value);
    }

    /// <summary>Whether the feed has set a row, be it to nothing.</summary>
    protected bool IsFed(int row) => row / Bits < _fed.Length && (_fed[row / Bits] & (1UL << (row % Bits))) != 0;

    protected void Counted(bool before, bool after)
    {
        if (before != after) Volatile.Write(ref _present, _present + (after ? 1 : -1));
    }

    /// <summary>The array with room for a row, grown by doubling; whoever reads the old one lacks only rows that had no value then.</summary>
    protected static T[] Grown<T>(T[] values, int row, T missing)
    {
        var grown = new T[Length(row, values.Length)];
        values.CopyTo(grown, 0);
        if (!EqualityComparer<T>.Default.Equals(missing, default)) Array.Fill(grown, missing, values.Length, grown.Length - values.Length);
        return grown;
    }

    protected abstract void Set(int row, AttributeValue? value);

    protected virtual string? FaultOf(AttributeValue value) => null;

    static int Length(int index, int length) => Math.Max(Math.Max(16, index + 1), 2 * length);

    static string Holds(AttributeKind kind) => kind switch
    {
        AttributeKind.Number => "a number",
        AttributeKind.Text => "a text",
        AttributeKind.Flag => "true or false",
        _ => "a list of texts",
    };
}
