using System.Collections.Concurrent;

namespace Recommender.Core.Datasets;

/// <summary>Everything a trainer may look at, immutable. What is derived from the baskets is made when first asked for and kept.</summary>
public sealed class Dataset
{
    readonly ConcurrentDictionary<Weighting, Lazy<CsrMatrix>> _byCustomer = [];
    readonly ConcurrentDictionary<Weighting, Lazy<CsrMatrix>> _byItem = [];

    /// <summary>What it is called where results are shown.</summary>
    public required string Name { get; init; }

    /// <summary>The hash of the snapshot or of the files that it was read from; equal data has equal hashes.</summary>
    public required string Hash { get; init; }

    /// <summary>The customers' ids, sorted.</summary>
    public required Vocabulary Customers { get; init; }

    /// <summary>The items' ids, sorted.</summary>
    public required Vocabulary Items { get; init; }

    /// <summary>Who bought what when.</summary>
    public required ShopBaskets Baskets { get; init; }

    /// <summary>The moment from which ages are counted, in minutes since 1970: the end of what is known.</summary>
    public required int Now { get; init; }

    /// <summary>Whether purchases have times; without them nothing can be split or weighed by time.</summary>
    public required bool HasTimes { get; init; }

    /// <summary>What is known of the items beside their ids; nothing where it was not asked for.</summary>
    public Catalogue Catalogue { get; init; } = Catalogue.Empty;

    /// <summary>Explicit ratings by customer, the last of each pair; null where the data has none or none were asked for.</summary>
    public CsrMatrix? Ratings { get; init; }

    /// <summary>Customers by items; <paramref name="options"/> say on how many cores they are made and what ends it.</summary>
    public CsrMatrix CustomerItems(Weighting weighting, ParallelOptions? options = null) =>
        Kept(_byCustomer, weighting, () => PairMatrix.Of(Baskets, weighting, Now, options ?? new()), options);

    /// <summary>Items by customers: the same entries.</summary>
    public CsrMatrix ItemCustomers(Weighting weighting, ParallelOptions? options = null) =>
        Kept(_byItem, weighting, () => CustomerItems(weighting, options).Transpose(options?.CancellationToken ?? default), options);

    /// <summary>Forgets what was derived, so that the next trainer finds the memory free.</summary>
    public void Release()
    {
        _byCustomer.Clear();
        _byItem.Clear();
    }

    // What failed or was cancelled is not kept; who only waited for somebody else's matrix when that was cancelled makes it anew.
    static CsrMatrix Kept(ConcurrentDictionary<Weighting, Lazy<CsrMatrix>> kept, Weighting weighting, Func<CsrMatrix> make, ParallelOptions? options)
    {
        while (true)
        {
            options?.CancellationToken.ThrowIfCancellationRequested();
            var matrix = kept.GetOrAdd(weighting, _ => new(make));
            try
            {
                return matrix.Value;
            }
            catch (OperationCanceledException) when (options?.CancellationToken.IsCancellationRequested != true)
            {
                continue;
            }
            finally
            {
                if (!matrix.IsValueCreated) kept.TryRemove(new(weighting, matrix));
            }
        }
    }
}
