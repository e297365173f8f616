using System.Text;

namespace Recommender.Storage.Postgres;

/// <summary>The fields of one row as UTF-8, end to end in one buffer that is used again for the next row.</summary>
sealed class RowText
{
    byte[] _bytes = new byte[4096];
    int[] _ends = new int[16];
    int _length;

    public int Count { get; private set; }

    public ReadOnlySpan<byte> this[int field]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)field, (uint)Count, nameof(field));
            var start = field == 0 ? 0 : _ends[field - 1];
            return _bytes.AsSpan(start, _ends[field] - start);
        }
    }

    public void Clear() => (_length, Count) = (0, 0);

    public void Append(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Room(text.Length));
        _length += text.Length;
    }

    public void Append(byte character)
    {
        Room(1)[0] = character;
        _length++;
    }

    /// <summary>Invariant text of a number or id; every format used here fits in 64 bytes.</summary>
    public void Append<T>(T value, ReadOnlySpan<char> format = default) where T : IUtf8SpanFormattable
    {
        if (!value.TryFormat(Room(64), out var written, format, provider: null))
            throw new FormatException($"A {typeof(T).Name} needs more than 64 bytes of text.");
        _length += written;
    }

    public void EndField()
    {
        if (Count == _ends.Length) Array.Resize(ref _ends, Count * 2);
        _ends[Count++] = _length;
    }

    public override string ToString() => string.Join('\t', Enumerable.Range(0, Count).Select(field => Encoding.UTF8.GetString(this[field])));

    Span<byte> Room(int count)
    {
        if (_bytes.Length - _length < count) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
        return _bytes.AsSpan(_length);
    }
}
