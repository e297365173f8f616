using System.Text;
using Recommender.Core.Datasets;

namespace Recommender.Storage.Homes;

/// <summary>The customers of a data set as they stand in models: keyed hashes of 32 bytes, in the customers' order.</summary>
public static class CustomerHashes
{
    const int Length = 32;

    /// <summary>Hashes every id with the tenant's key, on all cores.</summary>
    public static Vocabulary Of(TenantKey key, Vocabulary customers, CancellationToken cancellationToken)
    {
        var letters = new byte[checked(customers.Count * Length)];
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, customers.Count, options, customer =>
            Convert.FromHexString(key.Hash(Encoding.UTF8.GetString(customers.Utf8(customer)))).CopyTo(letters, customer * Length));
        return new(letters, Enumerable.Range(1, customers.Count).Select(customer => customer * Length).ToArray());
    }
}
