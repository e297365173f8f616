using Recommender.Core.Baskets.CrossSell.Carts;
using Recommender.Core.Datasets;
using Recommender.Engine.Pool;

namespace Recommender.Engine.Answers;

/// <summary>What goes with a whole cart: what is bought together with it, then its categories' and the shop's popular items.</summary>
public static class CartAnswers
{
    /// <summary>Answers with a version that the caller holds; the question's items are the cart.</summary>
    public static Answer Of(Shop shop, LiveMatrix live, MatrixView view, Question question)
    {
        var eligibility = new Eligibility(shop, view.Rows, question, question.Items[^1]);
        var suggestions = view.Carts.Suggest(NumbersOf(question.Items, live.Items), question.Count, eligibility.Allows);
        return new(live.Model, live.Version, [.. suggestions.Select(suggestion => new AnsweredItem(
            shop.Assortment.IdOf(view.Rows[suggestion.Item]), (float)suggestion.Score, StrategyOf(suggestion.Strategy),
            question.Explain ? EvidenceOf(suggestion, view, shop) : []))]);
    }

    // Those that the matrix does not know say nothing.
    static int[] NumbersOf(IReadOnlyList<string> cart, Vocabulary items) => [.. cart.Select(id => items.Find(id))];

    static Strategy StrategyOf(CartStrategy strategy) => strategy switch
    {
        CartStrategy.Together => Strategy.Rule,
        CartStrategy.Category => Strategy.Category,
        _ => Strategy.Popular,
    };

    static Evidence[] EvidenceOf(CartSuggestion suggestion, MatrixView view, Shop shop) =>
        [.. suggestion.Evidence.Select(reason => new Evidence(shop.Assortment.IdOf(view.Rows[reason.Anchor]), reason.Share, reason.Count, reason.Lift))];
}
