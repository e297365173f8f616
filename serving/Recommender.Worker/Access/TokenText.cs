using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Recommender.Worker.Access;

/// <summary>
/// How tokens look: a prefix that people and scanners of leaked secrets recognise, 256 random bits in hexadecimal, and eight digits that tell a
/// mistyped one from one that is not known.
/// </summary>
static class TokenText
{
    /// <summary>How a token of a server begins.</summary>
    public const string SecretPrefix = "rk_live_";

    /// <summary>How a key that may stand in a web page begins.</summary>
    public const string PublishablePrefix = "pk_live_";

    const int RandomBytes = 32;
    const int CheckDigits = 8;
    const int Length = 8 + (2 * RandomBytes) + CheckDigits;

    /// <summary>A new token.</summary>
    public static string Create(bool isPublishable)
    {
        var body = (isPublishable ? PublishablePrefix : SecretPrefix) + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RandomBytes));
        Span<char> check = stackalloc char[CheckDigits];
        Check(body, check);
        return string.Concat(body, check);
    }

    /// <summary>Whether a text is a token as they are made here, known or not.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> token)
    {
        if (token.Length != Length || !(token.StartsWith(SecretPrefix) || token.StartsWith(PublishablePrefix))) return false;

        Span<char> check = stackalloc char[CheckDigits];
        return Check(token[..^CheckDigits], check) && check.SequenceEqual(token[^CheckDigits..]);
    }

    static bool Check(ReadOnlySpan<char> body, Span<char> digits)
    {
        Span<byte> text = stackalloc byte[Length];
        if (Ascii.FromUtf16(body, text, out var length) != OperationStatus.Done) return false;

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..length], hash);
        return Convert.TryToHexStringLower(hash[..(CheckDigits / 2)], digits, out _);
    }
}
