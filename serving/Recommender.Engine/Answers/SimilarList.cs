using System.Buffers;
using Recommender.Core.Models;
using Recommender.Engine.Merchandising;
using Recommender.Engine.Pool;

namespace Recommender.Engine.Answers;

/// <summary>What is like an item, the question's first: by the model, then what is popular in its category, then what is popular.</summary>
sealed class SimilarList(Shop shop, LiveModel live, ModelView view, Question question) : AnsweredList(shop, view.Rows, question)
{
    readonly string _anchor = question.Items[0];

    protected override CandidateSources Sources
    {
        get
        {
            var item = live.Items.Find(_anchor);
            CandidateSource popular = count => Popular(view.Popular, Strategy.Popular, count, Allows);
            return new(item < 0 ? [OfCategory, popular] : [count => Similar(item, count), OfCategory, popular], count => view.Newest(count, Allows));
        }
    }

    protected override RankingContext Context()
    {
        var context = Begun(Surface.Product, _anchor, (live.Model, live.Version));
        return context.Anchor < 0 ? context : context with { Excluded = [.. context.Excluded, context.Anchor] };
    }

    Candidate[] Similar(int item, int count)
    {
        var wanted = Math.Min(count, Rows.Count);
        var rented = ArrayPool<Recommendation>.Shared.Rent(wanted);
        try
        {
            var best = rented.AsSpan(0, wanted);
            var candidates = new Candidate[view.Scorer.Similar(item, Allows, best)];
            for (var place = 0; place < candidates.Length; place++) candidates[place] = new(Rows[best[place].Item], best[place].Score, Strategy.Similar);
            return candidates;
        }
        finally
        {
            ArrayPool<Recommendation>.Shared.Return(rented);
        }
    }

    Candidate[] OfCategory(int count) => Shop.Assortment.Find(_anchor) is >= 0 and var row && Shop.Assortment.CategoryOf(row) is > 0 and var category
        ? Popular(view.Popular, Strategy.Category, count, other => Shop.Assortment.CategoryOf(Rows[other]) == category && Allows(other)) : [];
}
