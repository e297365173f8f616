using System.Collections.Concurrent;
using Recommender.Core.Models;
using Recommender.Core.Models.Factors;
using Recommender.Core.Models.Folders;
using Recommender.Core.Numerics;

namespace Recommender.Engine.Scoring;

/// <summary>
/// Answers questions to one model in memory: the best of all its items, exactly. Made once when the model is warmed up; any number of
/// threads ask at once, and asking allocates nothing once it is warm. It reads the model's own memory: it is good as long as that is.
/// </summary>
public sealed class ModelScorer
{
    // From so many items on a first look at eight bits a number pays: see the benchmark `scan`.
    const int CoarseFrom = 1000;

    readonly IModel _model;
    readonly FactorScan? _factors;
    readonly ConcurrentQueue<Workspace> _workspaces = [];

    /// <summary>Prepares the model for questions.</summary>
    public ModelScorer(TrainedModel trained) : this(trained, CoarseRows.IsFast ? CoarseFrom : int.MaxValue)
    {
    }

    internal ModelScorer(TrainedModel trained, int coarseFrom)
    {
        _model = trained.Model;
        if (trained.Model is FactorModel factors) _factors = new(factors, coarseFrom);
    }

    /// <summary>
    /// Fills <paramref name="best"/> with the best items for the shopper, best first, a tie to the lower number; returns how many there
    /// are. With <see cref="Repeats.LeftOut"/> what the history holds is left out. Where there is a condition, it is asked for the few
    /// items whose score could still get in, by number.
    /// </summary>
    public int Best(in Shopper shopper, Func<int, bool>? allows, Span<Recommendation> best)
    {
        var work = Rent();
        var left = shopper.Repeats == Repeats.LeftOut ? shopper.History.Items : [];
        work.Hidden.Add(left);
        try
        {
            var list = work.List(best.Length);
            var gate = new Admission(work.Hidden, allows);
            if (_factors is null) OfferRow(shopper, gate, work, ref list);
            else _factors.Offer(shopper, gate, work, ref list);
            return work.Deliver(ref list, best);
        }
        finally
        {
            work.Hidden.Remove(left);
            _workspaces.Enqueue(work);
        }
    }

    /// <summary>
    /// The best items for each of many shoppers, the same as one by one: <paramref name="best"/> has equally many places for each, and
    /// <paramref name="found"/> says how many of them are filled. The condition is asked with the shopper's place among them, then the item.
    /// </summary>
    public void Best(ReadOnlySpan<Shopper> shoppers, Func<int, int, bool>? allows, Span<Recommendation> best, Span<int> found)
    {
        if (found.Length != shoppers.Length) throw new ArgumentException($"{found.Length} counts for {shoppers.Length} shoppers.", nameof(found));
        if (shoppers.IsEmpty) return;
        if (best.Length % shoppers.Length != 0) throw new ArgumentException($"{best.Length} places cannot be shared equally by {shoppers.Length} shoppers.", nameof(best));

        var places = best.Length / shoppers.Length;
        for (var place = 0; place < shoppers.Length; place++)
        {
            var own = place;
            found[place] = Best(shoppers[place], allows is null ? null : item => allows(own, item), best.Slice(place * places, places));
        }
    }

    /// <summary>Fills <paramref name="best"/> with the items most like this one, best first, a tie to the lower number; returns how many there are.</summary>
    public int Similar(int item, Func<int, bool>? allows, Span<Recommendation> best)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)item, (uint)_model.ItemCount, nameof(item));
        var work = Rent();
        work.Hidden.Add([item]);
        try
        {
            var list = work.List(best.Length);
            var gate = new Admission(work.Hidden, allows);
            if (_factors is null)
            {
                var scores = work.Rows(1).Row(0);
                _model.ScoreSimilar(item, scores);
                list.Offer(scores, 0, gate);
            }
            else _factors.OfferSimilar(item, gate, work, ref list);
            return work.Deliver(ref list, best);
        }
        finally
        {
            work.Hidden.Remove([item]);
            _workspaces.Enqueue(work);
        }
    }

    /// <summary>The scores of some items for one shopper, in the order asked; what was bought before is scored like everything else.</summary>
    public void Score(in Shopper shopper, ReadOnlySpan<int> items, Span<float> scores)
    {
        if (scores.Length != items.Length) throw new ArgumentException($"{scores.Length} places for the scores of {items.Length} items.", nameof(scores));

        var work = Rent();
        try
        {
            if (_factors is not null)
            {
                _factors.Score(shopper, items, work, scores);
                return;
            }
            var row = work.Rows(1);
            _model.Score([shopper], row);
            for (var place = 0; place < items.Length; place++) scores[place] = row.Row(0)[items[place]];
        }
        finally
        {
            _workspaces.Enqueue(work);
        }
    }

    void OfferRow(in Shopper shopper, Admission gate, Workspace work, ref BestSoFar list)
    {
        var row = work.Rows(1);
        _model.Score([shopper], row);
        list.Offer(row.Row(0), 0, gate);
    }

    Workspace Rent() => _workspaces.TryDequeue(out var kept) ? kept : new(_model.ItemCount);
}
