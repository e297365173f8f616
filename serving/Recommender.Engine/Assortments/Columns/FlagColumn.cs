namespace Recommender.Engine.Assortments.Columns;

/// <summary>Flags by row. One that was never given is not set.</summary>
sealed class FlagColumn(string name) : Column(name, AttributeKind.Flag)
{
    const byte No = 1;
    const byte Yes = 2;

    byte[] _values = [];   // 0 where none was given

    public override long Bytes => base.Bytes + _values.Length;

    /// <summary>Whether a row's flag is set.</summary>
    public bool Of(int row) => Raw(row) == Yes;

    public override bool Has(int row) => Raw(row) != 0;

    public override AttributeValue? Get(int row) => Has(row) ? AttributeValue.Of(Of(row)) : null;

    /// <summary>Sets what a snapshot says, unless the feed has spoken.</summary>
    public void SetBase(int row, bool flag)
    {
        if (!IsFed(row)) Set(row, flag ? Yes : (byte)0);
    }

    protected override void Set(int row, AttributeValue? value) => Set(row, value is null ? (byte)0 : value.Flag ? Yes : No);

    byte Raw(int row)
    {
        var values = Volatile.Read(ref _values);
        return (uint)row < (uint)values.Length ? values[row] : (byte)0;
    }

    void Set(int row, byte flag)
    {
        var before = Raw(row);
        if (row >= _values.Length)
        {
            if (flag == 0) return;
            Volatile.Write(ref _values, Grown(_values, row, default));
        }
        Volatile.Write(ref _values[row], flag);
        Counted(before != 0, flag != 0);
    }
}
