using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Recommender.Storage.Sources.Text;

/// <summary>Counts, over a whole file, what speaks for UTF-8 and what against it.</summary>
sealed class EncodingScan
{
    /// <summary>A file with this many valid sequences for each invalid one is UTF-8 with damage: by chance, other text holds next to none.</summary>
    const int ValidPerInvalid = 4;

    readonly byte[] _carried = new byte[4];
    int _carriedBytes;

    public long ValidSequences { get; private set; }

    public long InvalidSequences { get; private set; }

    public long Nuls { get; private set; }

    public bool IsUtf8 => InvalidSequences == 0 || ValidSequences >= ValidPerInvalid * InvalidSequences;

    public bool IsClean => InvalidSequences == 0 && Nuls == 0;

    public void Add(ReadOnlySpan<byte> chunk)
    {
        Nuls += chunk.Count((byte)0);
        while (_carriedBytes > 0 && !chunk.IsEmpty)
        {
            _carried[_carriedBytes++] = chunk[0];
            chunk = chunk[1..];
            CountCarried();
        }
        if (Ascii.IsValid(chunk)) return;
        if (Utf8.IsValid(chunk)) CountLeading(chunk);
        else CountEach(chunk);
    }

    public void End()
    {
        if (_carriedBytes > 0) InvalidSequences++;
        _carriedBytes = 0;
    }

    /// <summary>In valid text every byte from C0 on starts a sequence.</summary>
    void CountLeading(ReadOnlySpan<byte> chunk)
    {
        var count = 0;
        foreach (var value in chunk) count += value >= 0xC0 ? 1 : 0;
        ValidSequences += count;
    }

    void CountEach(ReadOnlySpan<byte> chunk)
    {
        while (true)
        {
            var ascii = chunk.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii < 0) return;
            chunk = chunk[ascii..];
            var status = Rune.DecodeFromUtf8(chunk, out _, out var length);
            if (status == OperationStatus.NeedMoreData)
            {
                chunk.CopyTo(_carried);
                _carriedBytes = chunk.Length;
                return;
            }
            Count(status);
            chunk = chunk[length..];
        }
    }

    void CountCarried()
    {
        var status = Rune.DecodeFromUtf8(_carried.AsSpan(0, _carriedBytes), out _, out var length);
        if (status == OperationStatus.NeedMoreData) return;
        Count(status);
        // An invalid sequence ends before the byte that broke it; that byte starts anew.
        var rest = _carriedBytes - length;
        _carried.AsSpan(length, rest).CopyTo(_carried);
        _carriedBytes = rest;
        if (rest > 0 && _carried[0] < 0x80) _carriedBytes = 0;
        else if (rest > 0) CountCarried();
    }

    void Count(OperationStatus status)
    {
        if (status == OperationStatus.Done) ValidSequences++;
        else InvalidSequences++;
    }
}
