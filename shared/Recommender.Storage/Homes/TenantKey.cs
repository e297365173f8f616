using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Recommender.Core;
using Recommender.Core.Store;

namespace Recommender.Storage.Homes;

/// <summary>A tenant's secret: hashes of customer ids made with it say nothing to whoever lacks it.</summary>
public sealed class TenantKey
{
    internal const int Length = 32;

    const int UsualId = 256;   // longer ids are hashed as well, more slowly
    const UnixFileMode OnlyOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    readonly byte[] _key;

    TenantKey(byte[] key) => _key = key;

    /// <summary>HMAC-SHA256 of the customer id, trimmed and without regard to case as imports take ids, in lower-case hex; the id is in Unicode's composed form (see CustomerIds).</summary>
    public string Hash(string customer) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(customer.Trim().ToLowerInvariant())));

    /// <summary>The bytes of <see cref="Hash"/> for an id of plain letters.</summary>
    internal void HashInto(string customer, Span<byte> hash)
    {
        Span<byte> folded = stackalloc byte[UsualId];
        if (customer.Length <= UsualId && Ascii.ToLower(customer, folded, out var length) == OperationStatus.Done) HMACSHA256.HashData(_key, folded[..length][Ascii.Trim(folded[..length])], hash);
        else Convert.FromHexString(Hash(customer), hash, out _, out _);
    }

    /// <summary>What one thread needs to hash many ids: the key is worked in once.</summary>
    internal IncrementalHash Hasher() => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);

    /// <summary>The bytes of <see cref="Hash"/> for an id in UTF-8, by a <see cref="Hasher"/>; an id of plain letters is not copied to the heap.</summary>
    internal void HashInto(ReadOnlySpan<byte> customer, Span<byte> hash, IncrementalHash hasher)
    {
        Span<byte> folded = stackalloc byte[UsualId];
        if (Ascii.ToLower(customer, folded, out var length) == OperationStatus.Done)
        {
            hasher.AppendData(folded[..length][Ascii.Trim(folded[..length])]);
            hasher.GetHashAndReset(hash);
        }
        else
        {
            Convert.FromHexString(Hash(Encoding.UTF8.GetString(customer)), hash, out _, out _);
        }
    }

    /// <summary>The tenant's key, made once, durably and readable by its owner only.</summary>
    public static TenantKey Ensure(TenantFolder tenant, WriterLock writer)
    {
        writer.MustHold(tenant.Home);
        if (Read(tenant) is { } existing) return existing;

        if (tenant.Suppressions.Count > 0) throw Lost(tenant);

        var key = RandomNumberGenerator.GetBytes(Length);
        DurableFolder.Create(tenant.Path);
        DurableFile.Write(FileOf(tenant), stream => stream.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(key) + "\n")), OnlyOwner);
        return new TenantKey(key);
    }

    /// <summary>Without its key nobody on a suppression list can be recognised, and a new key would bring them all back.</summary>
    internal static UserErrorException Lost(TenantFolder tenant) =>
        new($"{FileOf(tenant)} is missing, and the people on the suppression list beside it are known by it only. Put it back from a backup.");

    internal static TenantKey? Read(TenantFolder tenant)
    {
        var path = FileOf(tenant);
        if (!File.Exists(path)) return null;

        var text = File.ReadAllText(path).Trim();
        return text.Length == 2 * Length && text.All(char.IsAsciiHexDigit)
            ? new TenantKey(Convert.FromHexString(text))
            : throw new UserErrorException($"{path} is not a key of {Length} bytes in hex. Put back the file from a backup.");
    }

    static string FileOf(TenantFolder tenant) => Path.Combine(tenant.Path, "key");
}
