using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Factors;
using Recommender.Core.Models.Factors.OneClass;
using Recommender.Core.Numerics;
using Recommender.Training.Trainers.OneClass;
using Xunit;

namespace Recommender.Tests.Training.Trainers.OneClass;

/// <summary>Steps and optimum held against the loss as it is documented, in double precision.</summary>
public sealed class OneClassOptimumTests
{
    const double Unobserved = 0.3;
    const double Regularization = 0.05;

    static readonly CsrMatrix Bought = Shops.Tasteful(14, 9, 3, seed: 2).CustomerItems(Weighting.Plain);

    [Theory]
    [InlineData(OneClassLoss.Logistic)]
    [InlineData(OneClassLoss.Squared)]
    public void A_step_goes_downhill_by_what_the_slopes_of_the_loss_promise(OneClassLoss loss)
    {
        var objective = new OneClassObjective(loss, (float)Unobserved, (float)Regularization, -0.5f);
        var (x, y) = (Draw(14, 3, 1), Draw(9, 3, 2));
        var before = x.Data.ToArray();
        var slopes = Enumerable.Range(0, before.Length).Select(at => Slope(objective, x, y, at)).ToArray();
        var lossBefore = Loss(objective, x, y);

        var progress = new OneClassStep(objective, HeldSide.Of(y, Unobserved, cancellationToken: TestContext.Current.CancellationToken), 14).Move(Bought, 0, x);

        Assert.Equal(lossBefore, progress.Loss, 1e-4 * lossBefore);
        Assert.InRange(Loss(objective, x, y), 0, lossBefore - 0.1 * Expected(before, x, slopes));
        Assert.True(Expected(before, x, slopes) > 0.01);
    }

    [Fact]
    public void One_step_reaches_the_minimum_of_the_squared_loss()
    {
        var objective = new OneClassObjective(OneClassLoss.Squared, (float)Unobserved, (float)Regularization, 0);
        var (x, y) = (Draw(14, 3, 1), Draw(9, 3, 2));

        new OneClassStep(objective, HeldSide.Of(y, Unobserved, cancellationToken: TestContext.Current.CancellationToken), 14).Move(Bought, 0, x);

        for (var at = 0; at < x.Data.Length; at++) Assert.InRange(Slope(objective, x, y, at), -1e-3, 1e-3);
    }

    [Theory]
    [InlineData(OneClassLoss.Logistic)]
    [InlineData(OneClassLoss.Squared)]
    public void Training_ends_where_no_customer_can_gain(OneClassLoss loss)
    {
        var shop = Shops.Tasteful(14, 9, 3, seed: 2);

        var model = (FactorModel)new OneClassTrainer(new() { Loss = loss, Factors = 3, Regularization = Regularization, Unobserved = Unobserved }).Train(shop, TrainerContract.Context);

        var offset = loss == OneClassLoss.Squared ? 0 : Math.Log(Bought.Count / (Unobserved * (14 * 9 - Bought.Count)));
        var objective = new OneClassObjective(loss, (float)Unobserved, (float)Regularization, (float)offset);
        Assert.Contains(model.Tables.Customers.Data.ToArray(), number => Math.Abs(number) > 0.05);
        for (var at = 0; at < 14 * 3; at++) Assert.InRange(Slope(objective, model.Tables.Customers, model.Tables.Items, at), -5e-3, 5e-3);
    }

    [Fact]
    public void A_purchase_s_share_of_a_score_names_the_items_bought_of_the_same_taste()
    {
        var shop = Shops.Checkerboard(20);
        var model = new OneClassTrainer(new() { Factors = 2 }).Train(shop, TrainerContract.Context);

        var reasons = model.Explain(TrainerContract.Known(shop, 4), 4, 5);

        Assert.Equal(5, reasons.Count);
        Assert.All(reasons, reason => Assert.Equal(0, reason.Item % 2));
    }

    [Fact]
    public void A_shop_without_named_customers_is_refused() =>
        Assert.Throws<UserErrorException>(() => new OneClassTrainer(new()).Train(Shops.Of(2, 2, []), TrainerContract.Context));

    [Fact]
    public void More_factors_than_items_and_a_customer_with_every_item_give_finite_vectors()
    {
        var shop = Shops.Of(3, 4, [new(0, 0), new(0, 1), new(0, 2), new(0, 3), new(1, 2)]);

        var model = (FactorModel)new OneClassTrainer(new() { Factors = 32 }).Train(shop, TrainerContract.Context);

        Assert.True(Finite.All(model.Tables.Customers.Data.Span) && Finite.All(model.Tables.Items.Data.Span));
    }

    // By how much a loss that were linear would fall from the rows before to those after.
    static double Expected(float[] before, Matrix after, double[] slopes) =>
        before.Select((number, at) => (number - after.Data.Span[at]) * slopes[at]).Sum();

    static double Slope(OneClassObjective objective, Matrix x, Matrix y, int at)
    {
        const float Step = 1f / 512;
        var middle = x.Data.Span[at];
        x.Data.Span[at] = middle + Step;
        var (above, right) = (Loss(objective, x, y), (double)x.Data.Span[at]);
        x.Data.Span[at] = middle - Step;
        var (below, left) = (Loss(objective, x, y), (double)x.Data.Span[at]);
        x.Data.Span[at] = middle;
        return (above - below) / (right - left);
    }

    static double Loss(OneClassObjective objective, Matrix x, Matrix y)
    {
        var sum = 0.0;
        for (var row = 0; row < x.Rows; row++)
        {
            var lambda = Regularization * (Bought.RowCount(row) + Unobserved * y.Rows);
            for (var k = 0; k < x.Columns; k++) sum += lambda / 2 * x.Row(row)[k] * x.Row(row)[k];
            for (var other = 0; other < y.Rows; other++)
            {
                var score = (double)objective.Offset;
                for (var k = 0; k < x.Columns; k++) score += (double)x.Row(row)[k] * y.Row(other)[k];
                var isBought = Bought.RowIndices(row).Contains(other);
                sum += (isBought ? 1 : Unobserved) * (objective.Loss == OneClassLoss.Squared
                    ? Math.Pow((isBought ? 1 : 0) - score, 2) / 2
                    : Math.Log(1 + Math.Exp(isBought ? -score : score)));
            }
        }
        return sum;
    }

    static Matrix Draw(int rows, int columns, ulong stream)
    {
        var random = new RandomStream(8, stream);
        return new(Enumerable.Range(0, rows * columns).Select(_ => (float)(0.7 * random.Normal())).ToArray(), rows, columns);
    }
}
