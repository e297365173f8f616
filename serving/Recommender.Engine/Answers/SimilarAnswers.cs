using Recommender.Core.Models;
using Recommender.Engine.Pool;

namespace Recommender.Engine.Answers;

/// <summary>What is like an item: by the model, then what is popular in its category, then what is popular.</summary>
public static class SimilarAnswers
{
    /// <summary>Answers with a version that the caller holds; the question's first item is the one looked at.</summary>
    public static Answer Of(Shop shop, LiveModel live, ModelView view, Question question)
    {
        var (anchor, trained) = (question.Items[0], live.Trained);
        var eligibility = new Eligibility(shop, view.Rows, [.. question.Exclude, anchor]);
        var list = new AnswerList(question.Count, shop.Assortment, view.Rows);
        if (trained.Items.Find(anchor) is >= 0 and var item)
        {
            foreach (var (other, score) in trained.Model.Similar(item, question.Count, eligibility.Allows)) list.Add(other, score, Strategy.Similar, []);
        }
        if (shop.Assortment.Find(anchor) is >= 0 and var row && shop.Assortment.Facts(row).Category is { } category)
            AddPopular(view, Strategy.Category, other => eligibility.Allows(other) && shop.Assortment.Facts(view.Rows[other]).Category == category, list);
        AddPopular(view, Strategy.Popular, eligibility.Allows, list);
        return new(live.Model, live.Version, list.Items);
    }

    static void AddPopular(ModelView view, Strategy strategy, Func<int, bool> allows, AnswerList list)
    {
        for (var place = 0; place < view.Popular.Length && !list.IsFull; place++)
        {
            if (allows(view.Popular[place])) list.Add(view.Popular[place], 1f / (place + 1), strategy, []);
        }
    }
}
