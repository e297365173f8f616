using System.Text;
using Recommender.Core;

namespace Recommender.Storage.Sources.Text;

/// <summary>An encoding that files come in, with the way from it to UTF-8.</summary>
sealed class TextEncoding
{
    readonly Func<Stream, Stream> _toUtf8;

    TextEncoding(string name, Func<Stream, Stream> toUtf8)
    {
        Name = name;
        _toUtf8 = toUtf8;
    }

    public static TextEncoding Utf8 { get; } = new("utf-8", bytes => bytes);

    public static TextEncoding Utf16LittleEndian { get; } = new("utf-16le", bytes => new Utf16ToUtf8(bytes, isBigEndian: false));

    public static TextEncoding Utf16BigEndian { get; } = new("utf-16be", bytes => new Utf16ToUtf8(bytes, isBigEndian: true));

    public static TextEncoding Windows1252 { get; } = new("windows-1252", bytes => new CodePageToUtf8(bytes, Sources.Text.Windows1252.Characters));

    public string Name { get; }

    /// <summary>Its characters are two bytes wide, so that NULs are nothing strange in it.</summary>
    public bool IsWide => this == Utf16LittleEndian || this == Utf16BigEndian;

    /// <summary>The stream's text as UTF-8. What cannot be decoded becomes a byte FF, which no UTF-8 holds, so that its record is a fault.</summary>
    public Stream ToUtf8(Stream bytes) => _toUtf8(bytes);

    /// <summary>latin-1 is read as windows-1252: they differ only in 80 to 9F, where latin-1 has controls that no shop means.</summary>
    public static TextEncoding Named(string name) => name.Trim().ToLowerInvariant() switch
    {
        "utf-8" or "utf8" or "ascii" or "us-ascii" => Utf8,
        "utf-16le" or "utf-16" or "utf16" or "unicode" => Utf16LittleEndian,
        "utf-16be" => Utf16BigEndian,
        "windows-1252" or "cp1252" or "latin-1" or "latin1" or "iso-8859-1" or "ansi" => Windows1252,
        _ => CodePage(name.Trim()),
    };

    static TextEncoding CodePage(string name)
    {
        try
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
            if (encoding.IsSingleByte) return new(encoding.WebName, bytes => new CodePageToUtf8(bytes, CharactersOf(encoding)));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            // No such name: the error below says it.
        }
        throw new UserErrorException(
            $"encoding '{name}' is not one that can be read; name utf-8, utf-16, windows-1252, latin-1 or a single-byte code page such as windows-1250");
    }

    static string CharactersOf(Encoding encoding)
    {
        var everyByte = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();
        return encoding.GetString(everyByte);
    }

    public override string ToString() => Name;
}
