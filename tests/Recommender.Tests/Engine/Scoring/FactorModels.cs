using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.Factors;
using Recommender.Core.Models.Folders;
using Recommender.Core.Numerics;

namespace Recommender.Tests.Engine.Scoring;

/// <summary>Factor models whose vectors a test chooses.</summary>
static class FactorModels
{
    public const int Customers = 8;

    /// <summary>One number of the vector of an item.</summary>
    public delegate float Draw(RandomStream random, int item, int factor);

    public static FactorModel Of(int items, int d, Draw draw)
    {
        var random = new RandomStream(29, (ulong)items, (ulong)d);
        var (customers, vectors) = (Matrix.Zero(Customers, d), Matrix.Zero(items, d));
        for (var item = 0; item < items; item++)
        {
            for (var k = 0; k < d; k++) vectors[item, k] = draw(random, item, k);
        }
        foreach (ref var number in customers.Data.Span) number = random.NextFloat() - 0.5f;
        customers.Row(Customers - 1).Clear();   // of one nothing is known
        float[] popularity = [.. Enumerable.Range(0, items).Select(item => (float)(item * 7 % 13))];
        var foldIn = new LeastSquaresFoldIn(new(0.1, 0.1, 0.5, Weighting.Plain), HeldSide.Of(vectors, 0.1));
        return new(new(customers, vectors, popularity), foldIn);
    }

    public static Draw Plain { get; } = (random, _, _) => random.NextFloat() - 0.5f;

    public static TrainedModel Trained(this IModel model) => new(model, Vocabulary.Empty, Vocabulary.Empty, BasketsBuilder.Nothing, 0);

    /// <summary>Each customer, who bought three items, and strangers with histories of several lengths.</summary>
    public static IEnumerable<Shopper> Shoppers(int items)
    {
        var random = new RandomStream(31, (ulong)items);
        for (var customer = -4; customer < Customers; customer++)
        {
            var lines = customer >= 0 ? 3 : 10 * ~customer;
            var history = BasketsBuilder.From(1, items, Enumerable.Range(0, lines).Select(line => new Purchase(0, random.Below(items), line))).Of(0);
            yield return new(customer, history, 40, customer % 2 == 0 ? Repeats.Allowed : Repeats.LeftOut);
        }
    }
}
