using System.Buffers;
using Recommender.Core.Models;
using Recommender.Engine.Pool;

namespace Recommender.Engine.Answers;

/// <summary>What is like an item: by the model, then what is popular in its category, then what is popular.</summary>
public static class SimilarAnswers
{
    /// <summary>Answers with a version that the caller holds; the question's first item is the one looked at.</summary>
    public static Answer Of(Shop shop, LiveModel live, ModelView view, Question question)
    {
        var anchor = question.Items[0];
        var eligibility = new Eligibility(shop, view.Rows, question with { Exclude = [.. question.Exclude, anchor] }, anchor);
        var list = new AnswerList(question.Count, shop.Assortment, view.Rows);
        if (live.Items.Find(anchor) is >= 0 and var item) AddSimilar(item, view, eligibility, list);
        if (!list.IsFull && shop.Assortment.Find(anchor) is >= 0 and var row && shop.Assortment.CategoryOf(row) is > 0 and var category)
            AddPopular(view, Strategy.Category, other => shop.Assortment.CategoryOf(view.Rows[other]) == category && eligibility.Allows(other), list);
        AddPopular(view, Strategy.Popular, eligibility.Allows, list);
        return new(live.Model, live.Version, list.Items);
    }

    static void AddSimilar(int item, ModelView view, Eligibility eligibility, AnswerList list)
    {
        var rented = ArrayPool<Recommendation>.Shared.Rent(list.Wanted);
        try
        {
            var best = rented.AsSpan(0, list.Wanted);
            foreach (var (other, score) in best[..view.Scorer.Similar(item, eligibility.Allows, best)]) list.Add(other, score, Strategy.Similar);
        }
        finally
        {
            ArrayPool<Recommendation>.Shared.Return(rented);
        }
    }

    static void AddPopular(ModelView view, Strategy strategy, Func<int, bool> allows, AnswerList list)
    {
        for (var place = 0; place < view.Popular.Length && !list.IsFull; place++)
        {
            if (allows(view.Popular[place])) list.Add(view.Popular[place], 1f / (place + 1), strategy);
        }
    }
}
