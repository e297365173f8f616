using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Recommender.Worker.Access;

/// <summary>The SHA-256 of a token or a secret: all that is kept of it.</summary>
readonly struct SecretHash
{
    /// <summary>Longer texts are no token and no secret of ours.</summary>
    public const int LongestSecret = 128;

    readonly Bytes _bytes;

    SecretHash(ReadOnlySpan<byte> hash) => hash.CopyTo(MemoryMarshal.AsBytes(new Span<Bytes>(ref _bytes)));

    /// <summary>The first half, to find the rest by: it says nothing about the secret.</summary>
    public UInt128 Half => _bytes.First;

    /// <summary>The hash of a text; null for one that cannot be a secret.</summary>
    public static SecretHash? Of(ReadOnlySpan<char> secret)
    {
        Span<byte> text = stackalloc byte[LongestSecret];
        if (Ascii.FromUtf16(secret, text, out var length) != OperationStatus.Done) return null;

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..length], hash);
        return new(hash);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static SecretHash Parse(string hex) => new(Convert.FromHexString(hex));

    /// <summary>Whether both are the same; takes as long whether they are or not.</summary>
    public bool Matches(SecretHash other) => CryptographicOperations.FixedTimeEquals(
        MemoryMarshal.AsBytes(new ReadOnlySpan<Bytes>(in _bytes)), MemoryMarshal.AsBytes(new ReadOnlySpan<Bytes>(in other._bytes)));

    public override string ToString() => Convert.ToHexStringLower(MemoryMarshal.AsBytes(new ReadOnlySpan<Bytes>(in _bytes)));

    [StructLayout(LayoutKind.Sequential)]
    readonly record struct Bytes(UInt128 First, UInt128 Second);
}
