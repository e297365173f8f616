using Recommender.Core.Baskets;
using Recommender.Core.Datasets;
using Recommender.Storage.Cleaning;
using Recommender.Storage.Datasets;
using Recommender.Storage.Homes;
using Recommender.Storage.Imports;
using Recommender.Storage.Sources;

namespace Recommender.Benchmarks;

/// <summary>The retail data beside the repository, imported and read as trainers see it.</summary>
static class RetailShop
{
    /// <summary>The baskets of the reference figures, anonymous ones too; null where the file is missing.</summary>
    public static BasketSet? Baskets(CancellationToken cancellationToken)
    {
        if (Read(CleaningOptions.Parse("reference-baskets"), cancellationToken) is not { } dataset) return null;

        return new() { Lines = new(dataset.Baskets.Starts, dataset.Baskets.Items, default, dataset.Items.Count), Items = dataset.Items };
    }

    /// <summary>Null where the file is missing.</summary>
    public static Dataset? Read(CancellationToken cancellationToken) => Read(new(), cancellationToken);

    static Dataset? Read(CleaningOptions cleaning, CancellationToken cancellationToken)
    {
        var file = ProjectRoot.Path("../shared/data/online-retail-ii.csv.gz");
        if (!File.Exists(file)) return null;

        var folder = Directory.CreateTempSubdirectory("recommender-benchmark-");
        try
        {
            var home = HomeFolder.Open(folder.FullName);
            var request = new ImportRequest { Sources = [new ImportSource.OfFile(file)], Tenant = HomeFolder.DefaultTenant, Dataset = "retail", Cleaning = cleaning };
            var snapshot = new Importer(home, TimeProvider.System).Run(request, _ => { }, progress: null, cancellationToken).Snapshot;
            return DatasetReader.Read(home, snapshot, new(), cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
