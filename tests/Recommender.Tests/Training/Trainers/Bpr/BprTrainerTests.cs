using Recommender.Core.Datasets;
using Recommender.Core.Models.Factors;
using Recommender.Core.Models.Factors.Bpr;
using Recommender.Core.Numerics;
using Recommender.Training.Trainers;
using Recommender.Training.Trainers.Bpr;
using Xunit;

namespace Recommender.Tests.Training.Trainers.Bpr;

public sealed class BprTrainerTests : TrainerContract
{
    internal override ITrainer Create() => new BprTrainer(new() { Factors = 4 });

    [Fact]
    public void A_step_follows_the_slope_of_the_pair_s_loss()
    {
        const float Rate = 1f / 4096;
        const float Lambda = 0.3f;
        var random = new RandomStream(4);
        var before = Enumerable.Range(0, 9).Select(_ => (float)random.Normal()).ToArray();
        var after = before.ToArray();

        PairwiseDescent.Step(after.AsSpan(0, 3), after.AsSpan(3, 3), after.AsSpan(6, 3), (Rate, Lambda));

        for (var at = 0; at < 9; at++) Assert.Equal(-Slope(before, at, Loss), (after[at] - before[at]) / Rate, 2e-3);

        static double Loss(float[] rows)
        {
            var margin = Enumerable.Range(0, 3).Sum(k => (double)rows[k] * (rows[3 + k] - rows[6 + k]));
            return Math.Log(1 + Math.Exp(-margin)) + Lambda / 2 * rows.Sum(number => (double)number * number);
        }
    }

    [Fact]
    public void Training_ends_where_no_customer_can_gain()
    {
        var shop = Shops.Tasteful(14, 9, 3, seed: 2);
        var bought = shop.CustomerItems(Weighting.Plain);

        var model = (FactorModel)new BprTrainer(new() { Factors = 3, Regularization = 0.02, Negatives = 3 }).Train(shop, Context with { Seed = 6 });

        var pairs = new PairwiseLoss(0.02f, 3, 6);
        for (var customer = 0; customer < 14; customer++)
        {
            var x = model.Tables.Customers.Row(customer).ToArray();
            for (var k = 0; k < 3; k++) Assert.InRange(Slope(x, k, vector => Loss(vector, customer)), -2e-3, 2e-3);
        }
        Assert.Contains(model.Tables.Customers.Data.ToArray(), number => Math.Abs(number) > 0.1);

        double Loss(float[] x, int customer)
        {
            var own = bought.RowIndices(customer).ToArray();
            return (from item in own
                    from pair in Enumerable.Range(0, 3)
                    let other = pairs.Other(item, pair, 9)
                    where !own.Contains(other)
                    let margin = Enumerable.Range(0, 3).Sum(k => (double)x[k] * (model.Tables.Items.Row(item)[k] - model.Tables.Items.Row(other)[k]))
                    select Math.Log(1 + Math.Exp(-margin)) + 0.02 / 2 * x.Sum(number => (double)number * number)).Sum();
        }
    }

    static double Slope(float[] numbers, int at, Func<float[], double> loss)
    {
        const float Step = 1f / 512;
        float[] above = [.. numbers], below = [.. numbers];
        above[at] += Step;
        below[at] -= Step;
        return (loss(above) - loss(below)) / ((double)above[at] - below[at]);
    }
}
