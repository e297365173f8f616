using System.Buffers;
using Recommender.Core.Models;
using Recommender.Engine.Merchandising;
using Recommender.Engine.Pool;

namespace Recommender.Engine.Answers;

/// <summary>What a customer, or a visitor with a history, will probably want: what the model scores for that person, then what is popular.</summary>
sealed class PersonalList : AnsweredList
{
    const int Reasons = 3;

    readonly LiveModel _live;
    readonly ModelView _view;
    readonly Shopper _shopper;

    readonly bool _isAsked;

    /// <summary>For a list, or to be asked why something is not in it.</summary>
    public PersonalList(Shop shop, LiveModel live, ModelView view, Question question, bool isAsked = false) : base(shop, view.Rows, question) =>
        (_live, _view, _shopper, _isAsked) = (live, view, shop.ShopperOf(question, live.Trained, live.Manifest.Created), isAsked);

    protected override CandidateSources Sources => new(_shopper.History.IsEmpty ? [Popular] : [Scored, Popular], count => _view.Newest(count, IsNew));

    bool LeavesOut => _shopper.Repeats == Repeats.LeftOut;

    // The strategies leave out by themselves what was bought; rules that place items of their own, and whoever asks why, must be told.
    protected override RankingContext Context() => Begun(Surface.Home, anchor: null, (_live.Model, _live.Version)) with { Bought = LeavesOut && (_isAsked || Shop.HasRules) ? Bought() : [] };

    protected override IReadOnlyList<Evidence> EvidenceOf(Candidate candidate)
    {
        if (candidate.Strategy is not (Strategy.Personalised or Strategy.Repeat)) return [];

        var reasons = _live.Trained.Model.Explain(_shopper, Rows.ItemOf(candidate.Row), Reasons);
        var total = reasons.Sum(reason => Math.Max(0, reason.Weight));
        return total <= 0 ? [] : [.. reasons.Where(reason => reason.Weight > 0).Select(reason => new Evidence(Shop.Assortment.IdOf(Rows[reason.Item]), reason.Weight / total))];
    }

    // A score of exactly 0 is no opinion: what follows it in the model's order is in no order at all.
    Candidate[] Scored(int count)
    {
        var wanted = Math.Min(count, Rows.Count);
        var rented = ArrayPool<Recommendation>.Shared.Rent(wanted);
        try
        {
            var best = rented.AsSpan(0, wanted);
            var found = _view.Scorer.Best(_shopper, Allows, best);
            var opinions = 0;
            while (opinions < found && best[opinions].Score != 0) opinions++;
            return Candidates(best[..opinions]);
        }
        finally
        {
            ArrayPool<Recommendation>.Shared.Return(rented);
        }
    }

    Candidate[] Candidates(ReadOnlySpan<Recommendation> best)
    {
        var bought = LeavesOut ? [] : _shopper.History.Items;
        var candidates = new Candidate[best.Length];
        for (var place = 0; place < candidates.Length; place++)
        {
            var (item, score) = best[place];
            candidates[place] = new(Rows[item], score, bought.Contains(item) ? Strategy.Repeat : Strategy.Personalised);
        }
        return candidates;
    }

    Candidate[] Popular(int count) => Popular(_view.Popular, Strategy.Popular, count, IsNew);

    bool IsNew(int item) => !(LeavesOut && _shopper.History.Items.Contains(item)) && Allows(item);

    int[] Bought()
    {
        var bought = _shopper.History.Items.ToArray();
        for (var at = 0; at < bought.Length; at++) bought[at] = Rows[bought[at]];
        return bought;
    }
}
