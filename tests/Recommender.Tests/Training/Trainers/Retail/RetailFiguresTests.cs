using Recommender.Core.Evaluation;
using Recommender.Core.Evaluation.Metrics;
using Recommender.Training.Trainers;
using Xunit;

namespace Recommender.Tests.Training.Trainers.Retail;

/// <summary>What numpy programs of the same definitions reach on the retail data, to three decimals.</summary>
public sealed class RetailFiguresTests(RetailFold retail) : IClassFixture<RetailFold>
{
    [Theory]
    [InlineData("item-neighbours", "", 0.0848, 0.2068)]
    [InlineData("ease", "lambda=500", 0.0928, 0.2604)]
    [InlineData("ease", "lambda=1000", 0.0936, 0.2580)]
    public void Rankings_agree_with_the_independent_programs(string trainer, string option, double ndcgOfNew, double ndcgOfAll)
    {
        var options = option.Length == 0 ? [] : new[] { KeyValuePair.Create(option.Split('=')[0], option.Split('=')[1]) };
        var model = TrainerCatalogue.Create(trainer, options).Train(retail.Fold.Training, TrainerContract.Context);

        var measured = Evaluator.Evaluate(model, retail.Fold, new() { Cutoffs = [20], Metrics = MetricTable.Named(["ndcg"]), HasSlices = false, Bootstrap = new() { Resamples = 10 } }, TestContext.Current.CancellationToken);

        Assert.Equal(ndcgOfNew, measured[Views.New]!.Metrics["ndcg@20"].Value, 0.0005);
        Assert.Equal(ndcgOfAll, measured[Views.All]!.Metrics["ndcg@20"].Value, 0.0005);
    }
}
