using Recommender.Core.Baskets.CrossSell.Carts;
using Recommender.Engine.Merchandising;
using Recommender.Engine.Pool;

namespace Recommender.Engine.Answers;

/// <summary>What goes with a whole cart, the question's items: what is bought together with it, then its categories' and the shop's popular items.</summary>
sealed class CartList(Shop shop, LiveMatrix live, MatrixView view, Question question) : AnsweredList(shop, view.Rows, question)
{
    readonly int[] _cart = [.. question.Items.Select(id => live.Items.Find(id))];
    IReadOnlyList<CartSuggestion> _suggestions = [];
    int _asked;

    protected override CandidateSources Sources =>
        new([count => Suggested(CartStrategy.Together, count), count => Suggested(CartStrategy.Category, count), count => Suggested(CartStrategy.Popular, count)]);

    protected override RankingContext Context() => Begun(Surface.Cart, Question.Items[^1], (live.Model, live.Version)) with { Cart = Shop.RowsOf(Question.Items) };

    protected override IReadOnlyList<Evidence> EvidenceOf(Candidate candidate)
    {
        var item = Rows.ItemOf(candidate.Row);
        return _suggestions.FirstOrDefault(suggestion => suggestion.Item == item) is not { } found ? []
            : [.. found.Evidence.Select(reason => new Evidence(Shop.Assortment.IdOf(Rows[reason.Anchor]), reason.Share, reason.Count, reason.Lift))];
    }

    // The scorer gives the surer strategies first: asked for more and more, it comes to the one that is wanted.
    List<Candidate> Suggested(CartStrategy strategy, int count)
    {
        if (_asked == 0) Ask(count);
        while (true)
        {
            var found = _suggestions.Where(suggestion => suggestion.Strategy == strategy).Take(count)
                .Select(suggestion => new Candidate(Rows[suggestion.Item], (float)suggestion.Score, StrategyOf(strategy))).ToList();
            if (found.Count == count || _suggestions.Count < _asked || _suggestions[^1].Strategy > strategy) return found;

            Ask(_asked + count);
        }
    }

    void Ask(int count) => (_asked, _suggestions) = (count, view.Carts.Suggest(_cart, count, Allows));

    static Strategy StrategyOf(CartStrategy strategy) => strategy switch
    {
        CartStrategy.Together => Strategy.Rule,
        CartStrategy.Category => Strategy.Category,
        _ => Strategy.Popular,
    };
}
