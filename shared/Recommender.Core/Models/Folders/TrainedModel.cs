using Recommender.Core.Datasets;

namespace Recommender.Core.Models.Folders;

/// <summary>
/// A model with what it needs to speak to the outside: names of its items, keyed hashes of its customers, and what each of them had
/// bought, so that repeats can be left out and strangers' answers compared. Customer ids are never part of it.
/// </summary>
public sealed record TrainedModel(IModel Model, Vocabulary Items, Vocabulary CustomerHashes, ShopBaskets Histories, int Now)
{
    /// <summary>The customer whose keyed hash (hex) this is, with the history of the training data; unknown ones come with an empty history.</summary>
    public Shopper Customer(string hash, Repeats repeats) => Customer(Convert.FromHexString(hash), repeats);

    /// <summary>The same for the bytes of the hash.</summary>
    public Shopper Customer(ReadOnlySpan<byte> hash, Repeats repeats) => CustomerHashes.Find(hash) is >= 0 and var customer
        ? new(customer, Histories.Of(customer), Now, repeats)
        : Shopper.Stranger(History.Empty, Now, repeats);
}
