namespace Recommender.Engine.Assortments.Columns;

/// <summary>Texts by row that are nearly all different.</summary>
sealed class NameColumn(string name) : Column(name, AttributeKind.Text)
{
    string?[] _texts = [];

    public override long Bytes => base.Bytes + (_texts.Length * (long)IntPtr.Size);

    /// <summary>The text of a row; null where there is none.</summary>
    public string? Of(int row)
    {
        var texts = Volatile.Read(ref _texts);
        return (uint)row < (uint)texts.Length ? texts[row] : null;
    }

    public override bool Has(int row) => Of(row) is not null;

    public override AttributeValue? Get(int row) => Of(row) is { } text ? AttributeValue.Of(text) : null;

    /// <summary>Sets what a snapshot says, unless the feed has spoken.</summary>
    public void SetBase(int row, string? text)
    {
        if (!IsFed(row)) Set(row, text);
    }

    protected override void Set(int row, AttributeValue? value) => Set(row, value?.Text);

    protected override string? FaultOf(AttributeValue value) => TextFault.Of(value.Text);

    void Set(int row, string? text)
    {
        var before = Of(row);
        if (row >= _texts.Length)
        {
            if (text is null) return;
            Volatile.Write(ref _texts, Grown(_texts, row, null));
        }
        Volatile.Write(ref _texts[row], text);
        Counted(before is not null, text is not null);
    }
}
