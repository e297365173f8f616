using System.Text;

namespace Recommender.Storage.Sources.Text;

/// <summary>Excel's own first line, which names the delimiter of the lines below: <c>sep=;</c>.</summary>
sealed record SeparatorLine(char Delimiter, int Length)
{
    public static SeparatorLine? Of(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAny((byte)'\r', (byte)'\n');
        if (end is < 0 or > 16) return null;

        var line = Encoding.UTF8.GetString(text[..end]).Trim('"');
        if (line.Length != 5 || !line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) || !char.IsAscii(line[4])) return null;
        return new(line[4], text[end..].StartsWith("\r\n"u8) ? end + 2 : end + 1);
    }
}
