using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.Content;
using Recommender.Training.Trainers;
using Recommender.Training.Trainers.Content;
using Xunit;

namespace Recommender.Tests.Training.Trainers.Content;

public sealed class ContentTrainerTests : TrainerContract
{
    internal override ITrainer Create() => new ContentTrainer(new());

    [Fact]
    public void A_new_item_without_purchases_has_neighbours_on_its_first_day()
    {
        var model = Train(Shop(new() { Names = ["red lamp", "blue chair", "green lamp", "lamp, yellow", "chair"] }, [new(0, 0), new(0, 1)]));

        Assert.Equal([2, 3], model.Similar(0, 5).Select(similar => similar.Item).Order());
        Assert.Contains(2, model.Recommend(Shopper.Stranger(BasketsBuilder.From(1, 5, [new(0, 0)]).Of(0), 0), 5).Select(item => item.Item));
    }

    // Of four items lamp is in 2, red in 2, small in 1, chair in 2: log(5/3), log(5/3), log(5/2), log(5/3).
    [Fact]
    public void Likeness_is_the_cosine_of_the_rarity_of_words()
    {
        var model = Train(Shop(new() { Names = ["Red lamp", "small red CHAIR", "lamp", "a chair!"] }, [new(0, 0)]));
        var scores = new float[4];

        model.ScoreSimilar(1, scores);

        var (common, rare) = (Math.Log(5.0 / 3), Math.Log(5.0 / 2));
        var length = Math.Sqrt(2 * common * common + rare * rare);
        Assert.Equal(common * common / (length * Math.Sqrt(2) * common), scores[0], 1e-5);
        Assert.Equal(float.NegativeInfinity, scores[1]);
        Assert.Equal(float.NegativeInfinity, scores[2]);
        Assert.Equal(common / length, scores[3], 1e-5);
    }

    [Fact]
    public void Labels_and_words_of_the_same_letters_are_different_terms()
    {
        var model = Train(Shop(new() { Names = ["orange", "juice", "juice"], Brands = [null, "Orange", "other"] }, [new(0, 0)]));

        Assert.DoesNotContain(1, model.Similar(0, 3).Select(similar => similar.Item));
    }

    [Fact]
    public void Category_family_brand_and_price_each_make_items_alike()
    {
        Catalogue[] catalogues =
        [
            new() { Categories = ["a", "A ", "b", ""] },
            new() { Families = ["a", "a", "b", null] },
            new() { Brands = ["a", "a", "b", " "] },
            new() { Prices = [10, 10.5f, 100, float.NaN] },
        ];

        foreach (var catalogue in catalogues)
            Assert.Equal([1], Train(Shop(catalogue, [new(0, 0)])).Similar(0, 3).Select(similar => similar.Item));
    }

    [Fact]
    public void A_column_of_weight_zero_is_left_out()
    {
        var shop = Shop(new() { Names = ["red", "blue", "blue"], Brands = ["x", "x", "y"] }, [new(0, 0)]);

        var model = (ContentModel)new ContentTrainer(new() { Brand = 0 }).Train(shop, Context);

        Assert.Empty(model.Similar(0, 3));
        Assert.Equal([2], model.Similar(1, 3).Select(similar => similar.Item));
    }

    [Fact]
    public void The_profile_is_the_sum_over_what_was_bought_and_reasons_are_its_parts()
    {
        var shop = Shop(new() { Names = ["red lamp", "blue lamp", "red chair", "oak table"] }, [new(0, 0), new(0, 2)]);
        var model = Train(shop);

        var scores = Scores(model, Known(shop, 0));
        var reasons = model.Explain(Known(shop, 0), 1, 5);

        Assert.Equal([0], reasons.Select(reason => reason.Item));
        Assert.Equal(scores[1], reasons.Sum(reason => reason.Weight), 1e-5f);
        Assert.Equal(0, scores[3]);
    }

    [Fact]
    public void Without_a_catalogue_the_error_names_the_columns_to_import()
    {
        var error = Assert.Throws<UserErrorException>(() => Train(Shop(Catalogue.Empty, [new(0, 0)])));

        Assert.Contains("name, category, family, brand or price", error.Message, StringComparison.Ordinal);
    }

    static ContentModel Train(Dataset shop) => (ContentModel)new ContentTrainer(new()).Train(shop, Context);

    static Dataset Shop(Catalogue catalogue, Purchase[] purchases)
    {
        var items = new[] { catalogue.Names.Count, catalogue.Categories.Count, catalogue.Families.Count, catalogue.Brands.Count, catalogue.Prices.Count, 1 }.Max();
        return new()
        {
            Name = "test",
            Hash = "test",
            Customers = Vocabulary.Of(["c"]),
            Items = Vocabulary.Of(Enumerable.Range(0, items).Select(item => $"i{item:D3}")),
            Baskets = BasketsBuilder.From(1, items, purchases),
            Now = 0,
            HasTimes = true,
            Catalogue = catalogue,
        };
    }
}
