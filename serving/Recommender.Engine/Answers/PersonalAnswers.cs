using System.Buffers;
using Recommender.Core.Models;
using Recommender.Engine.Pool;

namespace Recommender.Engine.Answers;

/// <summary>
/// What a customer, or a visitor with a history, will probably want: what the model scores for that person, then what is popular. The list
/// is as long as was asked for while there are items that may stand in it.
/// </summary>
public static class PersonalAnswers
{
    const int Reasons = 3;

    /// <summary>Answers with a version that the caller holds.</summary>
    public static Answer Of(Shop shop, LiveModel live, ModelView view, Question question)
    {
        var shopper = shop.ShopperOf(question, live.Trained, live.Manifest.Created);
        var eligibility = new Eligibility(shop, view.Rows, question);
        var list = new AnswerList(question.Count, shop.Assortment, view.Rows);
        if (!shopper.History.IsEmpty) AddScored(shopper, view, eligibility, list);
        if (!list.IsFull) AddPopular(shopper, view, eligibility, list);
        if (question.Explain) list.Explain(item => EvidenceOf(live.Trained.Model.Explain(shopper, item, Reasons), view, shop));
        return new(live.Model, live.Version, list.Items);
    }

    // A score of exactly 0 is no opinion: what follows it in the model's order is in no order at all.
    static void AddScored(in Shopper shopper, ModelView view, Eligibility eligibility, AnswerList list)
    {
        var rented = ArrayPool<Recommendation>.Shared.Rent(list.Wanted);
        try
        {
            var best = rented.AsSpan(0, list.Wanted);
            var bought = shopper.Repeats == Repeats.Allowed ? shopper.History.Items : [];
            foreach (var (item, score) in best[..view.Scorer.Best(shopper, eligibility.Allows, best)])
            {
                if (score == 0) return;

                list.Add(item, score, bought.Contains(item) ? Strategy.Repeat : Strategy.Personalised);
            }
        }
        finally
        {
            ArrayPool<Recommendation>.Shared.Return(rented);
        }
    }

    static void AddPopular(in Shopper shopper, ModelView view, Eligibility eligibility, AnswerList list)
    {
        var bought = shopper.Repeats == Repeats.LeftOut ? shopper.History.Items : [];
        for (var place = 0; place < view.Popular.Length && !list.IsFull; place++)
        {
            var item = view.Popular[place];
            if (!bought.Contains(item) && eligibility.Allows(item)) list.Add(item, 1f / (place + 1), Strategy.Popular);
        }
    }

    static Evidence[] EvidenceOf(IReadOnlyList<Reason> reasons, ModelView view, Shop shop)
    {
        var total = 0f;
        foreach (var reason in reasons) total += Math.Max(0, reason.Weight);
        return total <= 0 ? [] : [.. reasons.Where(reason => reason.Weight > 0).Select(reason => new Evidence(shop.Assortment.IdOf(view.Rows[reason.Item]), reason.Weight / total))];
    }
}
