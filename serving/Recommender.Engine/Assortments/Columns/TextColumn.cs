namespace Recommender.Engine.Assortments.Columns;

/// <summary>Texts by row that many items share, each kept once: a row holds its number.</summary>
sealed class TextColumn(string name) : Column(name, AttributeKind.Text)
{
    int[] _words = [];   // 0 where there is none

    public Words Words { get; } = new();

    public override long Bytes => base.Bytes + (_words.Length * sizeof(int)) + Words.Bytes;

    /// <summary>The text of a row, as it was written; null where there is none.</summary>
    public string? Of(int row) => Words[Word(row)];

    /// <summary>A small number that two rows share whose texts differ in case at most; 0 where there is none.</summary>
    public int Code(int row) => Words.ClassOf(Word(row));

    public override bool Has(int row) => Word(row) != 0;

    public override AttributeValue? Get(int row) => Of(row) is { } text ? AttributeValue.Of(text) : null;

    /// <summary>Sets what a snapshot says, unless the feed has spoken.</summary>
    public void SetBase(int row, string? text)
    {
        if (!IsFed(row)) Set(row, text);
    }

    protected override void Set(int row, AttributeValue? value) => Set(row, value?.Text);

    protected override string? FaultOf(AttributeValue value) => TextFault.Of(value.Text);

    int Word(int row)
    {
        var words = Volatile.Read(ref _words);
        return (uint)row < (uint)words.Length ? Volatile.Read(ref words[row]) : 0;
    }

    void Set(int row, string? text)
    {
        var (before, word) = (Word(row), text is null ? 0 : Words.Add(text));
        if (row >= _words.Length)
        {
            if (word == 0) return;
            Volatile.Write(ref _words, Grown(_words, row, 0));
        }
        Volatile.Write(ref _words[row], word);
        Counted(before != 0, word != 0);
    }
}
