using Recommender.Core.Evaluation;
using Recommender.Core.Evaluation.Metrics;
using Recommender.Storage.Cleaning;
using Recommender.Storage.Datasets;
using Recommender.Tests.Storage;
using Recommender.Tests.Storage.Imports;
using Recommender.Training.Trainers;
using Xunit;

namespace Recommender.Tests.Training.Trainers.Retail;

/// <summary>The retail data imported by the reference filter and cut at 2011-09-01, once for all tests of a class.</summary>
public sealed class RetailFold : IDisposable
{
    readonly TemporaryImport _shop = new();
    readonly Lazy<Fold> _fold;

    public RetailFold() => _fold = new(Read);

    public Fold Fold => _fold.Value;

    /// <summary>NDCG@20 of a trainer as it is written on a command line, repeats left out and allowed.</summary>
    public (double OfNew, double OfAll) Ndcg(string trainer)
    {
        var spec = TrainerSpec.Parse(trainer);
        var model = TrainerCatalogue.Create(spec.Name, spec.Options).Train(Fold.Training, TrainerContract.Context);
        var asked = new EvaluationOptions { Cutoffs = [20], Metrics = MetricTable.Named(["ndcg"]), HasSlices = false, Bootstrap = new() { Resamples = 10 } };
        var measured = Evaluator.Evaluate(model, Fold, asked, TestContext.Current.CancellationToken);
        return (measured[Views.New]!.Metrics["ndcg@20"].Value, measured[Views.All]!.Metrics["ndcg@20"].Value);
    }

    public void Dispose() => _shop.Dispose();

    Fold Read()
    {
        var file = SharedData.Path("online-retail-ii.csv.gz");
        _shop.Import(TemporaryImport.Request(file) with { Cleaning = CleaningOptions.Parse("reference"), Resources = new(2, "1GB") });
        var dataset = DatasetReader.Read(_shop.Home, _shop.Current, new(), TestContext.Current.CancellationToken);
        return Split.Parse("temporal:2011-09-01").Cut(dataset, TestContext.Current.CancellationToken);
    }
}
