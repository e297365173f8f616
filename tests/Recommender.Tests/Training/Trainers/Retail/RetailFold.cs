using Recommender.Core.Evaluation;
using Recommender.Storage.Cleaning;
using Recommender.Storage.Datasets;
using Recommender.Tests.Storage;
using Recommender.Tests.Storage.Imports;
using Xunit;

namespace Recommender.Tests.Training.Trainers.Retail;

/// <summary>The retail data imported by the reference filter and cut at 2011-09-01, once for all tests of a class.</summary>
public sealed class RetailFold : IDisposable
{
    readonly TemporaryImport _shop = new();
    readonly Lazy<Fold> _fold;

    public RetailFold() => _fold = new(Read);

    public Fold Fold => _fold.Value;

    public void Dispose() => _shop.Dispose();

    Fold Read()
    {
        var file = SharedData.Path("online-retail-ii.csv.gz");
        _shop.Import(TemporaryImport.Request(file) with { Cleaning = CleaningOptions.Parse("reference"), Resources = new(2, "1GB") });
        var dataset = DatasetReader.Read(_shop.Home, _shop.Current, new(), TestContext.Current.CancellationToken);
        return Split.Parse("temporal:2011-09-01").Cut(dataset, TestContext.Current.CancellationToken);
    }
}
