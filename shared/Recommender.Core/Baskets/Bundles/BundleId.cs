using System.Buffers.Binary;
using System.Security.Cryptography;
using Recommender.Core.Datasets;

namespace Recommender.Core.Baskets.Bundles;

/// <summary>A name for a set of items that depends on their ids alone.</summary>
static class BundleId
{
    const int Digits = 16;

    /// <summary>The first digits of SHA-256 over the ids in the order of their bytes, each behind its length.</summary>
    public static string Of(ReadOnlySpan<int> items, Vocabulary names)
    {
        var ids = new byte[items.Length][];
        for (var part = 0; part < ids.Length; part++) ids[part] = names.Utf8(items[part]).ToArray();
        Array.Sort(ids, (a, b) => a.AsSpan().SequenceCompareTo(b));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var id in ids)
        {
            BinaryPrimitives.WriteInt32LittleEndian(length, id.Length);
            hash.AppendData(length);
            hash.AppendData(id);
        }
        return Convert.ToHexStringLower(hash.GetCurrentHash())[..Digits];
    }
}
