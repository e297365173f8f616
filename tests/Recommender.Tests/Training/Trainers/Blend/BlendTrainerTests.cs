using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.Blending;
using Recommender.Core.Numerics;
using Recommender.Training.Trainers;
using Recommender.Training.Trainers.Blend;
using Recommender.Training.Trainers.Ease;
using Recommender.Training.Trainers.Frequency;
using Recommender.Training.Trainers.Popularity;
using Recommender.Training.Trainers.Session;
using Xunit;

namespace Recommender.Tests.Training.Trainers.Blend;

public sealed class BlendTrainerTests : TrainerContract
{
    internal override ITrainer Create() => new BlendTrainer(new() { Variants = false },
    [
        new FrequencyTrainer(new()), new SessionTrainer(new() { Method = SessionMethod.Transitions, Last = 100, Decay = 1 }), new PopularityTrainer(new()),
    ]);

    /// <summary>Each of 200 customers buys five items a month for twelve months: from the fifth of the shop that is theirs by residue.</summary>
    static Dataset Planted => Shops.Of(200, 100,
        from customer in Enumerable.Range(0, 200)
        from month in Enumerable.Range(0, 12)
        from line in Enumerable.Range(0, 5)
        let item = (customer % 5 + 5 * (int)(Hash(customer, month * 5 + line) * 20)) % 100
        select new Purchase(customer, item, Shops.Noon + month * 30 * ShopBaskets.MinutesPerDay, Order: month));

    static readonly Oracle Residue = new("residue", (customer, item) => item % 5 == customer % 5 ? 1 + item / 1000f : 0);
    static readonly Oracle Noise = new("noise", (customer, item) => (float)Hash(customer + 1000, item));

    [Fact]
    public void Noise_gets_no_weight_and_the_blend_ranks_like_the_better_member()
    {
        var shop = Planted;

        var model = (BlendModel)new BlendTrainer(new(), [Noise, Residue]).Train(shop, Context);

        Assert.Single(model.Members);
        var alone = Residue.Train(shop, Context);
        foreach (var customer in new[] { 0, 7, 123 }) Assert.Equal(alone.Recommend(Known(shop, customer), 20), model.Recommend(Known(shop, customer), 20));
    }

    [Theory]
    [InlineData(2_048)]
    [InlineData(0)]
    public void Weights_do_not_depend_on_what_is_kept_between_the_two_looks(int memory)
    {
        var reports = new List<EpochReport>();

        var model = (BlendModel)TasteBlend(memory).Train(Shops.Tasteful(300, 90, 5, seed: 15), Context with { Progress = new Collected(reports) });

        Assert.Equal("ease(lambda=50)+session", model.Recipe);
        Assert.Equal([new(0, ScoreScale.Plain), new(1, ScoreScale.Logarithm)], model.Weights.Voices);
        Assert.Equal([1f, 0f], model.Weights.LeftOut.ToArray());
        Assert.Equal([0.8f, 0.2f], model.Weights.Allowed.ToArray());
        var trainings = reports.Count(report => report.Trainer == "blend: session");
        Assert.Equal(memory == 0 ? 2 * 3 + 1 : 3 + 1, trainings);
        Assert.Equal(["blend: ease(lambda=50): weight 1 new, 0.8 all", "blend: session, by logarithm: weight 0 new, 0.2 all"], reports.TakeLast(2).Select(report => report.Trainer));
    }

    [Fact]
    public void A_blend_of_one_ranks_like_its_member()
    {
        var shop = Shops.Tasteful(150, 60, 5, seed: 12);
        var member = new SessionTrainer(new());

        var blend = new BlendTrainer(new() { Variants = false }, [member]).Train(shop, Context);

        foreach (var customer in new[] { 0, 31, 149 }) Assert.Equal(member.Train(shop, Context).Recommend(Known(shop, customer), 60), blend.Recommend(Known(shop, customer), 60));
    }

    [Fact]
    public void Two_members_that_know_one_half_each_are_better_together()
    {
        // What is bought is in both halves of knowledge: the residue by 5, and the upper half of the shop for even customers.
        var shop = Shops.Of(200, 100,
            from customer in Enumerable.Range(0, 200)
            from month in Enumerable.Range(0, 12)
            from line in Enumerable.Range(0, 2)
            select new Purchase(customer, customer % 5 + 5 * (customer % 2 * 10 + (int)(Hash(customer, month * 5 + line) * 10)), Shops.Noon + month * 30 * ShopBaskets.MinutesPerDay, Order: month));
        var half = new Oracle("half", (customer, item) => item / 50 == customer % 2 ? 1 : 0);

        var blend = (BlendModel)new BlendTrainer(new(), [Residue, half]).Train(shop, Context);

        foreach (var repeats in new[] { Repeats.LeftOut, Repeats.Allowed })
        {
            var best = Math.Max(Hits(Residue.Train(shop, Context), shop, repeats), Hits(half.Train(shop, Context), shop, repeats));
            Assert.True(Hits(blend, shop, repeats) > 1.5 * best);
        }
    }

    [Fact]
    public void Each_use_has_weights_of_its_own()
    {
        // Customers buy the same item again and again, and one new one of their residue each month.
        var shop = Shops.Of(200, 100,
            from customer in Enumerable.Range(0, 200)
            from month in Enumerable.Range(0, 12)
            from line in Enumerable.Range(0, 3)
            select new Purchase(customer, line < 2 ? (customer * 7 + line * 31) % 100 : customer % 5 + 5 * (int)(Hash(customer, month) * 20), Shops.Noon + month * 30 * ShopBaskets.MinutesPerDay, Order: month));

        var model = (BlendModel)new BlendTrainer(new() { Variants = false }, [new FrequencyTrainer(new()), Residue]).Train(shop, Context);

        Assert.InRange(Weight(model, 1, Repeats.LeftOut), 0.8f, 1f);
        Assert.InRange(Weight(model, 0, Repeats.Allowed), 0.2f, 1f);
    }

    [Fact]
    public void Without_times_a_share_of_the_items_is_held_out()
    {
        var planted = Planted;
        var shop = new Dataset { Name = "test", Hash = "test", Customers = planted.Customers, Items = planted.Items, Baskets = planted.Baskets, Now = 0, HasTimes = false };

        var model = (BlendModel)new BlendTrainer(new(), [Noise, Residue]).Train(shop, Context);

        Assert.Single(model.Members);
    }

    [Fact]
    public void What_is_too_small_to_learn_from_is_blended_evenly()
    {
        var shop = Shops.Of(2, 3, [new(0, 0), new(0, 1), new(1, 1)]);

        var model = (BlendModel)new BlendTrainer(new(), [new PopularityTrainer(new()), new FrequencyTrainer(new())]).Train(shop, Context);

        Assert.Equal([0.5f, 0.5f], model.Weights.LeftOut.ToArray());
        Assert.Equal([0.5f, 0.5f], model.Weights.Allowed.ToArray());
    }

    [Fact]
    public void Reasons_are_those_of_the_members_weighed_by_what_they_add()
    {
        var shop = Planted;
        var model = new BlendModel([Residue.Train(shop, Context), new FrequencyTrainer(new()).Train(shop, Context)], new([new(0, ScoreScale.Plain), new(1, ScoreScale.Plain)], new[] { 1f, 0f }, new[] { 0.25f, 0.75f }));
        var shopper = Known(shop, 0) with { Repeats = Repeats.Allowed };
        var item = shopper.History.Items[0];

        var reasons = model.Explain(shopper, item, 5);

        Assert.Equal([item], reasons.Select(reason => reason.Item));
        Assert.Equal(Scores(model, shopper)[item], reasons[0].Weight, 1e-4f);
    }

    [Fact]
    public void Members_are_named_in_the_options_or_given_by_the_command()
    {
        var named = (BlendTrainer)TrainerCatalogue.Create("blend", [new("members", "popularity(half_life=30)+frequency(method=tifu,neighbours=5)"), new("variants", "false")]);

        Assert.True(named.HasMembers);
        Assert.Equal(2, ((BlendModel)named.Train(Shops.Of(2, 3, [new(0, 0), new(0, 1), new(1, 1)]), Context)).Members.Count);
        var unnamed = (BlendTrainer)TrainerCatalogue.Create("blend", []);
        Assert.False(unnamed.HasMembers);
        Assert.Contains("Name other trainers", Assert.Throws<UserErrorException>(() => unnamed.Train(Planted, Context)).Message, StringComparison.Ordinal);
        ITrainer[] others = [new PopularityTrainer(new() { HalfLife = 30 }), new FrequencyTrainer(new())];
        var blend = unnamed.With(others, BlendMember.TextOf(others));
        Assert.True(blend.HasMembers);
        Assert.Equal("popularity(half_life=30)+frequency", ((BlendOptions)blend.Options).Members);
        Assert.Throws<UserErrorException>(() => TrainerCatalogue.Create("blend", [new("members", "popularity+blend")]));
    }

    [Fact]
    public void Members_with_default_options_are_tried_with_recent_variants_too()
    {
        var plain = BlendMember.Of([new PopularityTrainer(new()), new FrequencyTrainer(new() { HalfLife = 7 })], withVariants: true);

        Assert.Equal(["popularity", "popularity(half_life=14)"], plain.Take(2).Select(member => member.Label));
        Assert.Equal("frequency(half_life=7)", plain[^1].Label);
        Assert.Single(plain, member => member.Label.StartsWith("frequency", StringComparison.Ordinal));
        Assert.IsType<PopularityOptions>(plain[1].Trainer.Options);
    }

    static BlendTrainer TasteBlend(int memory) =>
        new(new() { Memory = memory }, [new PopularityTrainer(new()), new FrequencyTrainer(new()), new EaseTrainer(new() { Lambda = 50 }), new SessionTrainer(new())]);

    static float Weight(BlendModel model, int member, Repeats repeats) =>
        model.Weights.Voices.Index().Where(voice => voice.Item.Member == member).Sum(voice => model.Weights.For(repeats)[voice.Index]);

    static int Hits(IModel model, Dataset shop, Repeats repeats)
    {
        var hits = 0;
        for (var customer = 0; customer < 200; customer++)
        {
            var list = model.Recommend(Known(shop, customer) with { Repeats = repeats }, 5);
            hits += list.Count(entry => entry.Item % 5 == customer % 5 && entry.Item / 50 == customer % 2);
        }
        return hits;
    }

    static double Hash(int customer, int item) => new RandomStream((ulong)customer, (ulong)item).NextDouble();

    sealed class Collected(List<EpochReport> reports) : IProgress<EpochReport>
    {
        public void Report(EpochReport value) => reports.Add(value);
    }
}
