using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.Tensors;
using Recommender.Core.Numerics;
using Recommender.Training.Trainers;
using Recommender.Tests.Storage;
using Xunit;

namespace Recommender.Tests.Training.Trainers;

/// <summary>What every trainer must satisfy. A new trainer gets all of it by adding one subclass.</summary>
public abstract class TrainerContract
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>A trainer with options that suit the checkerboard.</summary>
    internal abstract ITrainer Create();

    /// <summary>Whether the model is about the customer at all; popularity is not.</summary>
    protected virtual bool IsPersonal => true;

    /// <summary>How near a stranger's scores are to those of a training customer of the same history: 1 is the same.</summary>
    protected virtual double FoldInLikeness => 0.95;

    /// <summary>What the trainer is given: a shop as it is, or with what the trainer needs beside purchases.</summary>
    internal virtual Dataset Furnished(Dataset shop) => shop;

    internal static TrainingContext Context => new() { Cancellation = TestContext.Current.CancellationToken };

    [Fact]
    public void Recovers_the_withheld_cell_of_a_checkerboard()
    {
        if (!IsPersonal) return;

        var shop = Furnished(Shops.Checkerboard(40));

        var model = Create().Train(shop, Context);

        for (var customer = 0; customer < 40; customer++)
            Assert.Equal(customer, model.Recommend(Known(shop, customer), 1)[0].Item);
    }

    [Fact]
    public void The_same_seed_gives_the_same_model_on_any_number_of_threads()
    {
        var shop = Furnished(Shops.Tasteful(150, 60, 5, seed: 3));

        var once = Bytes(Create().Train(shop, Context with { Seed = 5, Threads = 1 }));

        Assert.Equal(once, Bytes(Create().Train(shop, Context with { Seed = 5, Threads = 1 })));
        Assert.Equal(once, Bytes(Create().Train(shop, Context with { Seed = 5, Threads = 2 })));
        Assert.Equal(once, Bytes(Create().Train(shop, Context with { Seed = 5, Threads = 5 })));
    }

    [Fact]
    public void A_stranger_with_a_customer_s_history_gets_nearly_the_customer_s_scores()
    {
        var shop = Furnished(Shops.Tasteful(150, 60, 5, seed: 4));
        var model = Create().Train(shop, Context);

        var likeness = Enumerable.Range(0, 150).Average(customer => Likeness(
            Scores(model, Known(shop, customer)), Scores(model, Shopper.Stranger(shop.Baskets.Of(customer), shop.Now))));

        Assert.InRange(likeness, FoldInLikeness, 1.0001);
    }

    [Fact]
    public void A_shopper_without_history_gets_a_list_of_finite_scores_headed_by_what_is_popular()
    {
        var shop = Furnished(Shops.Tasteful(150, 60, 5, seed: 6));
        var model = Create().Train(shop, Context);
        var popularity = new float[60];
        foreach (var item in shop.CustomerItems(Weighting.Plain).Indices.Span) popularity[item]++;

        var list = model.Recommend(Shopper.Stranger(History.Empty, shop.Now), 5);

        Assert.Equal(5, list.Count);
        Assert.All(list, entry => Assert.True(float.IsFinite(entry.Score)));
        var median = popularity.Order().ElementAt(30);
        Assert.All(list, entry => Assert.InRange(popularity[entry.Item], median, float.MaxValue));
    }

    [Fact]
    public void Scores_are_never_NaN_and_the_same_one_by_one_and_together()
    {
        var shop = Furnished(Shops.Tasteful(40, 30, 3, seed: 8));
        var model = Create().Train(shop, Context);
        var shoppers = Enumerable.Range(0, 40).Select(customer => Known(shop, customer)).Append(Shopper.Stranger(History.Empty, shop.Now)).ToArray();

        var together = Matrix.Zero(shoppers.Length, 30);
        model.Score(shoppers, together);

        for (var at = 0; at < shoppers.Length; at++)
        {
            var alone = Scores(model, shoppers[at]);
            Assert.DoesNotContain(float.NaN, alone);
            for (var item = 0; item < 30; item++) Assert.Equal(alone[item], together.Row(at)[item], 1e-4f * (1 + Math.Abs(alone[item])));
        }
    }

    [Fact]
    public void A_model_read_back_from_its_file_scores_the_same()
    {
        var shop = Furnished(Shops.Tasteful(60, 30, 3, seed: 9));
        var model = Create().Train(shop, Context);
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "model.safetensors");
        var tensors = new TensorWriter();
        ModelCodec.Write(model, tensors);
        tensors.Save(file);

        using var reader = TensorReader.Open(file);
        var back = ModelCodec.Read(reader);

        foreach (var shopper in new[] { Known(shop, 3), Shopper.Stranger(shop.Baskets.Of(5), shop.Now), Shopper.Stranger(History.Empty, shop.Now) })
            Assert.Equal(Scores(model, shopper), Scores(back, shopper));
        Assert.Equal(model.Similar(2, 5), back.Similar(2, 5));
    }

    [Fact]
    public void Training_ends_within_a_second_of_being_cancelled()
    {
        var shop = Furnished(Shops.Tasteful(4_000, 600, 10, seed: 10));
        using var before = new CancellationTokenSource();
        before.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => Create().Train(shop, Context with { Cancellation = before.Token }));

        // Other tests share the cores: a run that another one held up is made again, one that does not listen is late every time.
        var took = Enumerable.Range(0, 3).Select(_ => FromCancelToEnd(shop)).FirstOrDefault(time => time < Patience, Patience);

        Assert.InRange(took, TimeSpan.Zero, Patience - TimeSpan.FromMilliseconds(1));
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(5, 1)]
    [InlineData(1, 1)]
    public void One_customer_or_one_item_gives_a_model_without_NaN(int customers, int items)
    {
        var shop = Furnished(Shops.Of(customers, items, from customer in Enumerable.Range(0, customers) from item in Enumerable.Range(0, items) select new Purchase(customer, item, Shops.Noon, Order: 0)));

        var model = Create().Train(shop, Context);

        Assert.DoesNotContain(float.NaN, Scores(model, Known(shop, 0)));
        Assert.DoesNotContain(float.NaN, Scores(model, Shopper.Stranger(History.Empty, shop.Now)));
        _ = Bytes(model);
    }

    [Fact]
    public void A_customer_with_every_item_is_scored_without_NaN_and_is_offered_nothing_new()
    {
        var some = from customer in Enumerable.Range(0, 20) from item in Enumerable.Range(0, 12) where (customer + item) % 3 == 0 select new Purchase(customer, item, Shops.Noon + item * ShopBaskets.MinutesPerDay, Order: item);
        var all = from item in Enumerable.Range(0, 12) select new Purchase(20, item, Shops.Noon + item * ShopBaskets.MinutesPerDay, Order: item);
        var shop = Furnished(Shops.Of(21, 12, some.Concat(all)));

        var model = Create().Train(shop, Context);

        Assert.DoesNotContain(float.NaN, Scores(model, Known(shop, 20)));
        Assert.Empty(model.Recommend(Known(shop, 20), 5));
        Assert.Equal(5, model.Recommend(Known(shop, 20) with { Repeats = Repeats.Allowed }, 5).Count);
        Assert.DoesNotContain(float.NaN, Scores(model, Known(shop, 0)));
    }

    [Fact]
    public void A_line_that_stands_in_its_basket_twice_counts_once()
    {
        var lines = (from customer in Enumerable.Range(0, 40) from item in Enumerable.Range(0, 12) where (customer + item * item) % 3 == 0 select new Purchase(customer, item, Shops.Noon + item / 3 * ShopBaskets.MinutesPerDay, Order: item / 3)).ToArray();

        var once = Bytes(Create().Train(Furnished(Shops.Of(40, 12, lines)), Context));

        Assert.Equal(once, Bytes(Create().Train(Furnished(Shops.Of(40, 12, lines.Concat(lines))), Context)));
    }

    [Theory]
    [InlineData("quantity")]
    [InlineData("spend")]
    public void A_stranger_s_bare_basket_is_scored_by_a_model_of_quantities_or_amounts(string weight)
    {
        if (With("weight", weight) is not { } trainer) return;

        var shop = Furnished(Shops.Tasteful(150, 60, 5, seed: 13));
        var model = trainer.Train(shop, Context);
        var bare = BasketsBuilder.From(1, 60, [new(0, 3, shop.Now), new(0, 8, shop.Now), new(0, 13, shop.Now)]).Of(0);

        var scores = Scores(model, Shopper.Stranger(bare, shop.Now));

        Assert.DoesNotContain(float.NaN, scores);
        Assert.True(scores.Distinct().Count() > 1);
    }

    [Fact]
    public void Huge_quantities_give_a_finite_model_or_an_error_that_says_what_to_do()
    {
        if (With("weight", "quantity") is not { } trainer) return;

        var shop = Furnished(Shops.Of(30, 12,
            from customer in Enumerable.Range(0, 30)
            from item in Enumerable.Range(0, 12)
            where (customer + item * item) % 3 == 0
            select new Purchase(customer, item, Shops.Noon + item * ShopBaskets.MinutesPerDay, Order: item, Quantity: item % 2 == 0 ? 1e30f : 1)));

        var error = Record.Exception(() =>
        {
            var model = trainer.Train(shop, Context);
            _ = Bytes(model);
            for (var customer = 0; customer < 30; customer++) Assert.DoesNotContain(Scores(model, Known(shop, customer)), score => float.IsNaN(score) || float.IsPositiveInfinity(score));
        });

        Assert.True(error is null or UserErrorException, error?.ToString());
    }

    [Theory]
    [InlineData("factors")]
    [InlineData("neighbours")]
    public void More_factors_or_neighbours_than_items_give_a_model_without_NaN(string option)
    {
        if (With(option, "50") is not { } trainer) return;

        var shop = Furnished(Shops.Tasteful(40, 12, 3, seed: 14));
        var model = trainer.Train(shop, Context);

        for (var customer = 0; customer < 40; customer++) Assert.DoesNotContain(float.NaN, Scores(model, Known(shop, customer)));
        Assert.Equal(5, model.Recommend(Shopper.Stranger(History.Empty, shop.Now), 5).Count);
    }

    [Fact]
    public void Similar_items_never_list_the_item_itself()
    {
        var shop = Furnished(Shops.Tasteful(80, 30, 3, seed: 11));
        var model = Create().Train(shop, Context);

        for (var item = 0; item < 30; item++) Assert.DoesNotContain(item, model.Similar(item, 30).Select(other => other.Item));
    }

    internal static Shopper Known(Dataset shop, int customer) => new(customer, shop.Baskets.Of(customer), shop.Now, Repeats.LeftOut);

    internal static float[] Scores(IModel model, Shopper shopper)
    {
        var scores = Matrix.Zero(1, model.ItemCount);
        model.Score([shopper], scores);
        return scores.Row(0).ToArray();
    }

    TimeSpan FromCancelToEnd(Dataset shop)
    {
        using var cancelled = new CancellationTokenSource();
        var at = 0L;
        cancelled.Token.Register(() => at = TimeProvider.System.GetTimestamp());
        cancelled.CancelAfter(TimeSpan.FromMilliseconds(50));
        try
        {
            Create().Train(shop, Context with { Cancellation = cancelled.Token, Progress = new Cancelling(cancelled) });
        }
        catch (OperationCanceledException)
        {
            // What a run that takes longer ends with.
        }
        return at == 0 ? TimeSpan.Zero : TimeProvider.System.GetElapsedTime(at);
    }

    // The trainer with one option changed; null where it has no such option.
    ITrainer? With(string option, string value)
    {
        var (name, options) = (Create().Name, OptionsText.Json(Create().Options));
        if (!options.ContainsKey(option)) return null;

        options[option] = value;
        return TrainerCatalogue.Create(name, [.. options.Select(other => KeyValuePair.Create(other.Key, other.Value!.ToString()))]);
    }

    static byte[] Bytes(IModel model)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "model.safetensors");
        var tensors = new TensorWriter();
        ModelCodec.Write(model, tensors);
        tensors.Save(file);
        return File.ReadAllBytes(file);
    }

    // Cosine of the two rows of scores after their means are taken out.
    static double Likeness(float[] a, float[] b)
    {
        var (meanA, meanB) = (a.Average(), b.Average());
        var (ab, aa, bb) = (0.0, 1e-12, 1e-12);
        for (var item = 0; item < a.Length; item++)
        {
            ab += (a[item] - meanA) * (b[item] - meanB);
            aa += (a[item] - meanA) * (a[item] - meanA);
            bb += (b[item] - meanB) * (b[item] - meanB);
        }
        return ab / Math.Sqrt(aa * bb);
    }

    sealed class Cancelling(CancellationTokenSource source) : IProgress<EpochReport>
    {
        public void Report(EpochReport value) => source.Cancel();
    }
}
