namespace Recommender.Engine.Assortments.Columns;

/// <summary>Lists of texts by row, each text kept once. A list that was never given holds nothing.</summary>
sealed class ListColumn(string name) : Column(name, AttributeKind.List)
{
    const int MostTexts = 100;

    int[]?[] _words = [];
    long _entries;

    public Words Words { get; } = new();

    public override long Bytes => base.Bytes + (_words.Length * (long)IntPtr.Size) + (Present * 24L) + (_entries * sizeof(int)) + Words.Bytes;

    /// <summary>The numbers of a row's texts.</summary>
    public ReadOnlySpan<int> Of(int row) => Raw(row);

    public override bool Has(int row) => Raw(row) is not null;

    public override AttributeValue? Get(int row) => Raw(row) is { } words ? AttributeValue.Of([.. words.Select(word => Words[word] ?? "")]) : null;

    protected override void Set(int row, AttributeValue? value)
    {
        var (before, words) = (Raw(row), value?.List.Select(Words.Add).ToArray());
        if (row >= _words.Length)
        {
            if (words is null) return;
            Volatile.Write(ref _words, Grown(_words, row, null));
        }
        Volatile.Write(ref _words[row], words);
        _entries += (words?.Length ?? 0) - (before?.Length ?? 0);
        Counted(before is not null, words is not null);
    }

    protected override string? FaultOf(AttributeValue value) =>
        value.List.Count > MostTexts ? $"the list has {value.List.Count} texts and may have {MostTexts}; shorten it."
        : value.List.Select(TextFault.Of).FirstOrDefault(fault => fault is not null);

    int[]? Raw(int row)
    {
        var words = Volatile.Read(ref _words);
        return (uint)row < (uint)words.Length ? Volatile.Read(ref words[row]) : null;
    }
}
