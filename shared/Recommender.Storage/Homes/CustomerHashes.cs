using Recommender.Core.Datasets;

namespace Recommender.Storage.Homes;

/// <summary>The customers of a data set as they stand in models: keyed hashes of 32 bytes, in the customers' order.</summary>
public static class CustomerHashes
{
    const int Length = 32;

    /// <summary>Hashes every id with the tenant's key, on all cores.</summary>
    public static Vocabulary Of(TenantKey key, Vocabulary customers, CancellationToken cancellationToken) =>
        new(Bytes(key, customers, cancellationToken), Enumerable.Range(1, customers.Count).Select(customer => customer * Length).ToArray());

    /// <summary>The hashes alone, one behind the other: whoever does not look for one of them is spared the search's order.</summary>
    public static byte[] Bytes(TenantKey key, Vocabulary customers, CancellationToken cancellationToken)
    {
        var hashes = new byte[checked(customers.Count * Length)];
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, customers.Count, options, key.Hasher, (customer, _, hasher) =>
        {
            key.HashInto(customers.Utf8(customer), At(hashes, customer), hasher);
            return hasher;
        }, hasher => hasher.Dispose());
        return hashes;
    }

    /// <summary>The hash of one customer among them.</summary>
    public static Span<byte> At(byte[] hashes, int customer) => hashes.AsSpan(customer * Length, Length);
}
