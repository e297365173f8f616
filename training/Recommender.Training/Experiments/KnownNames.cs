using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Interactions;
using Recommender.Core.Store;
using Recommender.Storage.Homes;

namespace Recommender.Training.Experiments;

/// <summary>What people call the customers and items of a model: customers by the tenant's key and the data it learned from, where both are there.</summary>
sealed class KnownNames(Vocabulary customers, Vocabulary hashes, Vocabulary items, Catalogue facts)
{
    readonly ItemNames _items = new(items, facts, "the dataset");

    /// <summary>The names in the data of a version; none where that is gone.</summary>
    public static KnownNames Of(ModelManifest manifest, TrialPlace place, CancellationToken cancellationToken)
    {
        try
        {
            var level = Enum.TryParse<Level>(manifest.Level, ignoreCase: true, out var known) ? known : Level.Item;
            var choice = new DataChoice { Dataset = manifest.Dataset, Snapshot = RecipeTrial.DataOf(manifest.Snapshot), Level = level };
            var dataset = choice.Read(place.Home, place.Tenant, DatasetParts.Catalogue, cancellationToken);
            return new(dataset.Customers, CustomerHashes.Of(place.Key, dataset.Customers, cancellationToken), dataset.Items, dataset.Catalogue);
        }
        catch (UserErrorException)
        {
            return new(Vocabulary.Empty, Vocabulary.Empty, Vocabulary.Empty, Catalogue.Empty);
        }
    }

    /// <summary>The customer's id, or the first digits of the hash where nobody knows the id.</summary>
    public string Customer(string hash) => hashes.Find(Convert.FromHexString(hash)) is >= 0 and var customer ? customers[customer] : hash[..Math.Min(16, hash.Length)];

    /// <summary>The item's name, or its id where it has none.</summary>
    public string Item(string id) => items.Find(id) is >= 0 and var item ? _items[item] : id;
}
