using System.Text;
using Recommender.Core;

namespace Recommender.Storage.Datasets;

/// <summary>Parts the lines of a file into fields: the first line that has a separator decides which one. Nothing is allocated for a line.</summary>
sealed class FieldReader(string path, CancellationToken cancellationToken) : IDisposable
{
    readonly TextLines _lines = new(path, cancellationToken);
    (int Start, int Length)[] _places = new (int, int)[8];

    /// <summary>How many fields the line has, empty ones too.</summary>
    public int Count { get; private set; }

    /// <summary>How many fields the line has up to the last that is not empty: a separator at the end of a line parts nothing.</summary>
    public int Filled { get; private set; }

    /// <summary>What parts the fields; null as long as every line had one.</summary>
    public FieldSeparator? Separator { get; private set; }

    /// <summary>The number of the line in the file; the first is 1.</summary>
    public long Line => _lines.Number;

    /// <summary>A field without blanks and quotes around it, until the next line is read.</summary>
    public ReadOnlySpan<byte> this[int field] => Current.Slice(_places[field].Start, _places[field].Length);

    Span<byte> Current => _lines.Line;

    public void Dispose() => _lines.Dispose();

    /// <summary>Goes to the next line that is not blank.</summary>
    public bool Next()
    {
        while (_lines.Next())
        {
            if (Current.Trim(" \t"u8).IsEmpty) continue;

            Separator ??= FieldSeparator.Of(Current);
            Part();
            return true;
        }
        return false;
    }

    /// <summary>An error of this line.</summary>
    public UserErrorException Wrong(string what) => new($"{path}: line {Line} {what}");

    /// <summary>A field as text, for messages.</summary>
    public string Text(int field) => Encoding.UTF8.GetString(this[field]);

    void Part()
    {
        (Count, Filled) = (0, 0);
        if (Separator is not { } separator) Add(0, Current.Length);
        else if (separator.IsBlank) PartAtBlanks();
        else PartAt(separator);
    }

    void PartAtBlanks()
    {
        var line = Current;
        for (var at = 0; at < line.Length;)
        {
            var length = line[at..].IndexOfAny((byte)' ', (byte)'\t');
            if (length < 0) length = line.Length - at;
            if (length > 0) Add(at, length);
            at += length + 1;
        }
    }

    void PartAt(FieldSeparator separator)
    {
        for (var at = 0; at >= 0;)
        {
            var rest = Current[at..];
            var opening = separator.HasQuotes ? rest.IndexOfAnyExcept((byte)' ', (byte)'\t') : -1;
            var quoted = opening >= 0 && rest[opening] == '"' ? opening + Unquote(at + opening) : 0;
            var length = separator.IndexIn(rest[quoted..]);
            if (quoted == 0) Add(at, length < 0 ? rest.Length : length);
            at = length < 0 ? -1 : at + quoted + length + separator.Length;
        }
    }

    // Adds the field between quotes, where two quotes stand for one; gives how much of the line it took with both its quotes.
    int Unquote(int opening)
    {
        var line = Current;
        var (begin, kept) = (opening + 1, 0);
        for (var at = begin; at < line.Length; at++)
        {
            var isQuote = line[at] == '"';
            if (isQuote && (at + 1 == line.Length || line[at + 1] != '"'))
            {
                Add(begin, kept);
                return at + 1 - opening;
            }
            line[begin + kept++] = line[at];
            if (isQuote) at++;
        }
        throw Wrong("opens a quote that it does not close. Close it, or write a quote that belongs to a field twice.");
    }

    void Add(int start, int length)
    {
        var field = Current.Slice(start, length);
        var trimmed = field.TrimStart(" \t"u8);
        start += length - trimmed.Length;
        length = trimmed.TrimEnd(" \t"u8).Length;
        if (Count == _places.Length) Array.Resize(ref _places, 2 * Count);
        _places[Count++] = (start, length);
        if (length > 0) Filled = Count;
    }
}
