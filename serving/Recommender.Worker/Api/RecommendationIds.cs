using System.Security.Cryptography;

namespace Recommender.Worker.Api;

/// <summary>
/// Gives answers their ids: 20 letters of Crockford's base 32 that sort as they were given. 44 bits are milliseconds since 1970, 20 count
/// the answers of a millisecond, 36 tell workers apart. Nothing is locked.
/// </summary>
sealed class RecommendationIds
{
    /// <summary>The letters of an id.</summary>
    public const int Length = 20;

    static readonly byte[] Letters = "0123456789abcdefghjkmnpqrstvwxyz"u8.ToArray();

    readonly TimeProvider _clock;
    readonly UInt128 _worker;
    long _latest;   // milliseconds << 20 | count: it only grows

    public RecommendationIds(TimeProvider clock)
    {
        _clock = clock;
        Span<byte> worker = stackalloc byte[8];
        RandomNumberGenerator.Fill(worker);
        _worker = BitConverter.ToUInt64(worker) & ((1UL << 36) - 1);
    }

    /// <summary>Writes the next id.</summary>
    public void Next(Span<byte> id)
    {
        var value = (UInt128)(ulong)Following() << 36 | _worker;
        for (var at = Length - 1; at >= 0; at--, value >>= 5) id[at] = Letters[(int)(value & 31)];
    }

    // A clock that is put back does not bring an id twice: the count goes on from the latest.
    long Following()
    {
        for (var latest = Volatile.Read(ref _latest); ; latest = Volatile.Read(ref _latest))
        {
            var following = Math.Max(latest + 1, _clock.GetUtcNow().ToUnixTimeMilliseconds() << 20);
            if (Interlocked.CompareExchange(ref _latest, following, latest) == latest) return following;
        }
    }
}
