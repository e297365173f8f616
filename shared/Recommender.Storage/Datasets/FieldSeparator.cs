namespace Recommender.Storage.Datasets;

/// <summary>What parts the fields of a line.</summary>
sealed record FieldSeparator(string Text)
{
    // In this order: a comma may have blanks around it, and a time may have colons in it.
    static readonly FieldSeparator[] Known = [new("\t"), new(","), new(";"), new("|"), new("::"), new(" "), new(":")];

    /// <summary>Whether any number of blanks and tabs part two fields.</summary>
    public bool IsBlank { get; } = Text == " ";

    /// <summary>Whether lists of items are usually parted so.</summary>
    public bool PartsLists { get; } = Text is " " or "\t";

    /// <summary>Whether a field that contains the separator stands in double quotes.</summary>
    public bool HasQuotes { get; } = Text is "," or ";" or "|";

    /// <summary>How many bytes it has.</summary>
    public int Length => Text.Length;

    /// <summary>The separator of a line, looked for outside quotes; null in a line of one field.</summary>
    public static FieldSeparator? Of(ReadOnlySpan<byte> line)
    {
        var trimmed = line.Trim((byte)' ');
        foreach (var separator in Known)
        {
            if (separator.IsIn(trimmed)) return separator;
        }
        return null;
    }

    /// <summary>Where it stands first, or -1.</summary>
    public int IndexIn(ReadOnlySpan<byte> line) => Length == 2 ? line.IndexOf("::"u8)
        : IsBlank ? line.IndexOfAny((byte)' ', (byte)'\t')
        : line.IndexOf((byte)Text[0]);

    bool IsIn(ReadOnlySpan<byte> line)
    {
        var isQuoted = false;
        for (var at = 0; at <= line.Length - Length; at++)
        {
            if (line[at] == '"') isQuoted = !isQuoted;
            else if (!isQuoted && line[at] == Text[0] && (Length == 1 || line[at + 1] == Text[1])) return true;
        }
        return false;
    }
}
