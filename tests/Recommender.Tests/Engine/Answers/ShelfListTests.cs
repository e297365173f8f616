using Recommender.Core.Baskets.CrossSell;
using Recommender.Core.Models;
using Recommender.Engine.Answers;
using Xunit;

namespace Recommender.Tests.Engine.Answers;

public sealed class ShelfListTests : IDisposable
{
    readonly AnsweringShop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void Similar_items_are_the_models_then_those_of_the_category_then_the_popular_ones()
    {
        for (var item = 0; item < AnsweringShop.Items; item++)
            _shop.Assortment.Set([new(_shop.Data.Items[item], new() { Category = item % 2 == 0 ? "even" : "odd" })]);
        var wanted = _shop.Trained.Model.Similar(4, 6);

        var answer = _shop.Front.Similar(new() { Items = [_shop.Data.Items[4]], Count = AnsweringShop.Items });

        Assert.Equal(wanted.Select(best => _shop.Data.Items[best.Item]), answer.Items.Take(wanted.Count).Select(item => item.Item));
        Assert.Equal(AnsweringShop.Items - 1, answer.Items.Count);
        Assert.Equal(answer.Items.Select(item => item.Strategy).Order(), answer.Items.Select(item => item.Strategy));
    }

    [Fact]
    public void An_item_that_the_model_does_not_know_gets_its_categorys_popular_ones_first()
    {
        _shop.Assortment.Set([new(_shop.Data.Items[5], new() { Category = "hair" }), new("new", new() { Category = "hair" })]);

        var answer = _shop.Front.Similar(new() { Items = ["new"], Count = 3 });

        Assert.Equal((_shop.Data.Items[5], Strategy.Category), (answer.Items[0].Item, answer.Items[0].Strategy));
        Assert.All(answer.Items.Skip(1), item => Assert.Equal(Strategy.Popular, item.Strategy));
    }

    [Fact]
    public void A_cart_gets_what_is_bought_with_it_with_its_counts_and_never_itself()
    {
        var cart = new[] { _shop.Data.Items[0], "no such thing", _shop.Data.Items[1] };

        var answer = _shop.Front.BoughtTogether(new() { Items = cart, Count = AnsweringShop.Items, Explain = true });

        Assert.Equal(("beauty-matrix", 3), (answer.Model, answer.Version));
        Assert.DoesNotContain(answer.Items, item => cart.Contains(item.Item));
        var first = answer.Items[0];
        Assert.Equal(Strategy.Rule, first.Strategy);
        Assert.All(first.Evidence, reason => Assert.Equal(
            _shop.Matrix.CountOf(_shop.Data.Items.Find(reason.Item), _shop.Data.Items.Find(first.Item)), reason.Baskets));
        Assert.All(first.Evidence, reason => Assert.True(reason.Lift > 0));
    }

    [Fact]
    public void A_filter_may_speak_of_the_item_that_is_looked_at()
    {
        for (var item = 0; item < AnsweringShop.Items; item++) _shop.Assortment.Set([new(_shop.Data.Items[item], new() { Price = 10 + item })]);

        var answer = _shop.Front.Similar(new() { Items = [_shop.Data.Items[10]], Count = AnsweringShop.Items, Filter = "price between 80% and 120% of anchor" });

        Assert.Equal(Enumerable.Range(6, 9).Where(item => item != 10).Select(item => _shop.Data.Items[item]), answer.Items.Select(item => item.Item).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_empty_cart_and_a_missing_anchor_are_named()
    {
        Assert.Equal("items", Assert.Throws<QuestionException>(() => _shop.Front.BoughtTogether(new())).Parameter);
        Assert.Equal("items", Assert.Throws<QuestionException>(() => _shop.Front.Similar(new())).Parameter);
    }

    [Fact]
    public void Pairs_are_the_matrixs_own_for_named_anchors_and_for_the_most_bought_ones()
    {
        var named = _shop.Front.CrossSell(new() { Anchors = [_shop.Data.Items[2], "no such thing"], Count = 4, Query = CrossSellQuery.Unfiltered });
        var busiest = _shop.Front.CrossSell(new() { MostAnchors = 3, Count = 4, Query = CrossSellQuery.Unfiltered });

        var best = new CrossSellMatch[4];
        var found = _shop.Matrix.Find(2, CrossSellQuery.Unfiltered, best);
        Assert.Equal(best.Take(found).Select(match => (_shop.Data.Items[match.Item], match.Affinity, match.Count)), named.Pairs.Select(pair => (pair.Item, pair.Affinity, pair.Baskets)));
        Assert.Equal(3, busiest.Pairs.Select(pair => pair.Anchor).Distinct().Count());
    }

    [Fact]
    public void The_past_goes_on_with_the_newest_items_in_their_order()
    {
        var past = _shop.Shopper(_shop.Data.Customers[0], Repeats.Allowed).History;

        var history = Visit.After(past, [9, 3], _shop.Data.Now + 5, AnsweringShop.Items);

        Assert.Equal([.. past.Items, 9, 3], history.Items.ToArray());
        Assert.Equal(past.Baskets + 2, history.Baskets);
        Assert.Equal([_shop.Data.Now + 4, _shop.Data.Now + 5], history.Times[^2..].ToArray());
    }
}
