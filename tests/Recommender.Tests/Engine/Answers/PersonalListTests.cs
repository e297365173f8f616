using Recommender.Core.Models;
using Recommender.Engine.Answers;
using Recommender.Engine.Merchandising.Reasons;
using Recommender.Engine.Merchandising.Rules;
using Xunit;

namespace Recommender.Tests.Engine.Answers;

public sealed class PersonalListTests : IDisposable
{
    readonly AnsweringShop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData(Repeats.LeftOut)]
    [InlineData(Repeats.Allowed)]
    public void A_customers_list_is_the_models_own(Repeats repeats)
    {
        for (var customer = 0; customer < AnsweringShop.Customers; customer++)
        {
            var id = _shop.Data.Customers[customer];
            var wanted = _shop.Trained.Model.Recommend(_shop.Shopper(id, repeats), 5);

            var answer = Ask(new() { Customer = id, Count = 5, Repeats = repeats });

            Assert.Equal(wanted.Select(best => (_shop.Data.Items[best.Item], best.Score)), answer.Items.Select(item => (item.Item, item.Score)));
            Assert.Equal(("beauty", 7), (answer.Model, answer.Version));
        }
    }

    [Fact]
    public void What_the_customer_bought_before_comes_marked_as_a_repeat_or_not_at_all()
    {
        var id = _shop.Data.Customers[0];
        var bought = _shop.Shopper(id, Repeats.Allowed).History.Items.ToArray().Select(item => _shop.Data.Items[item]).ToHashSet();

        Assert.DoesNotContain(Ask(new() { Customer = id, Count = AnsweringShop.Items }).Items, item => bought.Contains(item.Item));
        Assert.All(Ask(new() { Customer = id, Count = 10, Repeats = Repeats.Allowed }).Items,
            item => Assert.Equal(bought.Contains(item.Item) ? Strategy.Repeat : Strategy.Personalised, item.Strategy));
    }

    [Fact]
    public void A_stranger_without_a_history_gets_what_is_popular()
    {
        var answer = Ask(new() { Customer = "nobody", Count = 8 });

        var counts = new int[AnsweringShop.Items];
        foreach (var item in _shop.Data.Baskets.Items.Span) counts[item]++;
        Assert.Equal(Enumerable.Range(0, AnsweringShop.Items).OrderByDescending(item => counts[item]).ThenBy(item => item).Take(8).Select(item => _shop.Data.Items[item]), answer.Items.Select(item => item.Item));
        Assert.All(answer.Items, item => Assert.Equal(Strategy.Popular, item.Strategy));
    }

    [Fact]
    public void A_stranger_is_known_by_the_items_of_the_question_and_unknown_items_say_nothing()
    {
        var items = new[] { _shop.Data.Items[3], "no such thing", _shop.Data.Items[8] };
        var wanted = _shop.Trained.Model.Recommend(Shopper.Stranger(Visit.After(Recommender.Core.Datasets.History.Empty, [3, 8], _shop.Data.Now, AnsweringShop.Items), _shop.Data.Now), 5);

        var answer = Ask(new() { Items = items, Count = 5 });

        Assert.Equal(wanted.Select(best => _shop.Data.Items[best.Item]), answer.Items.Select(item => item.Item));
        Assert.DoesNotContain(answer.Items, item => items.Contains(item.Item));
    }

    [Fact]
    public void The_newest_items_of_a_customer_change_the_next_answer()
    {
        var id = _shop.Data.Customers[1];
        var before = Ask(new() { Customer = id, Count = 3 });

        var after = Ask(new() { Customer = id, Count = 3, Items = [before.Items[0].Item] });

        Assert.DoesNotContain(after.Items, item => item.Item == before.Items[0].Item);
    }

    [Fact]
    public void Every_item_that_may_come_is_there_when_as_many_are_asked_for()
    {
        foreach (var id in new[] { _shop.Data.Customers[2], "nobody" })
        {
            var bought = _shop.Shopper(id, Repeats.LeftOut).History.Items.ToArray().ToHashSet();

            var answer = Ask(new() { Customer = id, Count = Question.MostItems });

            Assert.Equal(AnsweringShop.Items - bought.Count, answer.Items.Select(item => item.Item).Distinct().Count());
            Assert.Equal(answer.Items.Count, answer.Items.Select(item => item.Item).Distinct().Count());
        }
    }

    [Fact]
    public void Stock_hiding_and_exclusion_act_on_the_next_answer()
    {
        var first = Ask(new() { Customer = "nobody", Count = 3 }).Items.Select(item => item.Item).ToArray();

        _shop.Assortment.Set([new(first[0], new() { Stock = 0 }), new(first[1], new() { IsHidden = true })]);
        var second = Ask(new() { Customer = "nobody", Count = AnsweringShop.Items, Exclude = [first[2]] }).Items;

        Assert.Equal(AnsweringShop.Items - 3, second.Count);
        Assert.DoesNotContain(second, item => first.Contains(item.Item));
        _shop.Assortment.Set([new(first[0], new() { Stock = 1 })]);
        Assert.Equal(first[0], Ask(new() { Customer = "nobody", Count = 1 }).Items[0].Item);
    }

    [Fact]
    public void A_filter_holds_for_every_item_and_the_rest_of_the_list_is_filled()
    {
        for (var item = 0; item < AnsweringShop.Items; item++) _shop.Assortment.Set([new(_shop.Data.Items[item], new() { Price = item })]);

        foreach (var id in new[] { _shop.Data.Customers[3], "nobody" })
        {
            var bought = _shop.Shopper(id, Repeats.LeftOut).History.Items.ToArray().ToHashSet();
            var answer = Ask(new() { Customer = id, Count = AnsweringShop.Items, Filter = "price < 10" });

            Assert.Equal(Enumerable.Range(0, 10).Where(item => !bought.Contains(item)).Select(item => _shop.Data.Items[item]), answer.Items.Select(item => item.Item).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void A_filter_that_is_wrong_is_named_with_its_place()
    {
        var wrong = Assert.Throws<QuestionException>(() => Ask(new() { Filter = "price < " }));

        Assert.Equal("filter", wrong.Parameter);
        Assert.Contains("character", wrong.Message);
    }

    [Fact]
    public void Reasons_are_purchases_and_their_shares_make_a_whole()
    {
        var id = _shop.Data.Customers[4];
        var bought = _shop.Shopper(id, Repeats.LeftOut).History.Items.ToArray().Select(item => _shop.Data.Items[item]).ToHashSet();

        var answer = Ask(new() { Customer = id, Count = 5, Explain = true });

        Assert.Contains(answer.Items, item => item.Evidence.Count > 0);
        Assert.All(answer.Items.Where(item => item.Evidence.Count > 0), item =>
        {
            Assert.All(item.Evidence, reason => Assert.Contains(reason.Item, bought));
            Assert.Equal(1, item.Evidence.Sum(reason => reason.Share), 1e-5);
        });
        Assert.All(Ask(new() { Customer = id, Count = 5 }).Items, item => Assert.Empty(item.Evidence));
    }

    [Fact]
    public void Several_people_are_answered_as_one_by_one()
    {
        Question[] questions = [.. Enumerable.Range(0, 9).Select(customer => new Question { Customer = _shop.Data.Customers[customer], Count = 4 }), new() { Customer = "nobody" }];

        var answers = _shop.Front.RecommendEach(questions);

        Assert.Equal(questions.Select(question => Listed(Ask(question))), answers.Select(Listed));
        Assert.Empty(_shop.Front.RecommendEach([]));

        static string Listed(Answer answer) => string.Join(' ', answer.Items.Select(item => $"{item.Item}:{item.Score}:{item.Strategy}"));
    }

    [Fact]
    public void Scores_of_pairs_are_the_models_own_and_unknown_items_have_none()
    {
        var id = _shop.Data.Customers[3];
        var wanted = _shop.Trained.Model.ScorePairs(_shop.Shopper(id, Repeats.Allowed), [7, 2]);

        var pairs = _shop.Front.Score(new() { Customer = id }, [_shop.Data.Items[7], "no such thing", _shop.Data.Items[2]]);

        Assert.Equal([wanted[0], null, wanted[1]], pairs.Scores);
        Assert.Equal(("beauty", 7), (pairs.Model, pairs.Version));
    }

    [Fact]
    public void Rules_act_on_the_next_list_and_what_was_bought_is_not_pinned()
    {
        var id = _shop.Data.Customers[5];
        var bought = _shop.Data.Items[_shop.Shopper(id, Repeats.LeftOut).History.Items[0]];
        var last = Ask(new() { Customer = id, Count = AnsweringShop.Items }).Items[^1].Item;

        _shop.Front.Shop.Rules = RuleSet.Of([
            new() { Id = "a", Kind = RuleKind.Pin, Item = last, Position = 1 },
            new() { Id = "b", Kind = RuleKind.Pin, Item = bought, Position = 2 }], _shop.Assortment);
        var answer = Ask(new() { Customer = id, Count = 5 });

        Assert.Equal((last, Strategy.Pinned), (answer.Items[0].Item, answer.Items[0].Strategy));
        Assert.DoesNotContain(answer.Items, item => item.Item == bought);
        Assert.Equal(5, answer.Items.Count);
    }

    [Fact]
    public void A_visit_sees_its_list_again_and_another_question_of_it_its_own()
    {
        var question = new Question { Customer = "nobody", Count = 4, Session = "visit" };
        var first = Ask(question).Items.Select(item => item.Item).ToArray();

        _shop.Front.Shop.Rules = RuleSet.Empty;
        Assert.Equal(first, Ask(question).Items.Select(item => item.Item));
        _shop.Assortment.Set([new(first[1], new() { Stock = 0 })]);
        Assert.Equal([first[0], first[2], first[3]], Ask(question).Items.Take(3).Select(item => item.Item));
        Assert.DoesNotContain(Ask(question with { Exclude = [first[0]] }).Items, item => item.Item == first[0]);
    }

    [Fact]
    public void Why_an_item_is_not_in_the_list_is_told()
    {
        var id = _shop.Data.Customers[6];
        var question = new Question { Customer = id, Count = 3 };
        var list = Ask(question with { Count = AnsweringShop.Items }).Items;
        _shop.Assortment.Set([new(list[5].Item, new() { Stock = 0 })]);

        Assert.Empty(_shop.Front.WhyNot(question, list[0].Item));
        Assert.Equal([HindranceKind.OutOfStock], Kinds(list[5].Item));
        Assert.Equal([HindranceKind.Outranked], Kinds(list[4].Item));
        Assert.Equal([HindranceKind.Unknown], Kinds("no such thing"));
        Assert.Equal([HindranceKind.Bought], Kinds(_shop.Data.Items[_shop.Shopper(id, Repeats.LeftOut).History.Items[0]]));

        HindranceKind[] Kinds(string item) => [.. _shop.Front.WhyNot(question, item).Select(hindrance => hindrance.Kind)];
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public void A_length_that_cannot_be_answered_is_named(int count) =>
        Assert.Equal("n", Assert.Throws<QuestionException>(() => Ask(new() { Count = count })).Parameter);

    Answer Ask(Question question) => _shop.Front.Recommend(question);
}
