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
        var trained = live.Trained;
        var shopper = shop.ShopperOf(question, trained, live.Manifest.Created);
        var eligibility = new Eligibility(shop, view.Rows, question.Exclude);
        var list = new AnswerList(question.Count, shop.Assortment, view.Rows);
        AddScored(trained.Model, shopper, (eligibility, view, shop), question, list);
        AddPopular(shopper, view, eligibility, list);
        return new(live.Model, live.Version, list.Items);
    }

    // A score of exactly 0 is no opinion: what follows it in the model's order is in no order at all.
    static void AddScored(IModel model, Shopper shopper, (Eligibility Eligibility, ModelView View, Shop Shop) shelf, Question question, AnswerList list)
    {
        if (shopper.History.IsEmpty) return;

        var bought = question.Repeats == Repeats.Allowed ? shopper.History.Items.ToArray().ToHashSet() : [];
        foreach (var (item, score) in model.Recommend(shopper, question.Count, shelf.Eligibility.Allows))
        {
            if (score == 0) return;

            var strategy = bought.Contains(item) ? Strategy.Repeat : Strategy.Personalised;
            list.Add(item, score, strategy, question.Explain ? EvidenceOf(model.Explain(shopper, item, Reasons), shelf.View, shelf.Shop) : []);
        }
    }

    static void AddPopular(Shopper shopper, ModelView view, Eligibility eligibility, AnswerList list)
    {
        if (list.IsFull) return;

        var bought = shopper.Repeats == Repeats.LeftOut ? shopper.History.Items.ToArray().ToHashSet() : [];
        for (var place = 0; place < view.Popular.Length && !list.IsFull; place++)
        {
            var item = view.Popular[place];
            if (!bought.Contains(item) && eligibility.Allows(item)) list.Add(item, 1f / (place + 1), Strategy.Popular, []);
        }
    }

    static Evidence[] EvidenceOf(IReadOnlyList<Reason> reasons, ModelView view, Shop shop)
    {
        var total = 0f;
        foreach (var reason in reasons) total += Math.Max(0, reason.Weight);
        return total <= 0 ? [] : [.. reasons.Where(reason => reason.Weight > 0).Select(reason => new Evidence(shop.Assortment.IdOf(view.Rows[reason.Item]), reason.Weight / total))];
    }
}
