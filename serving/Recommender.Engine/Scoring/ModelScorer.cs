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
    const int CoarseFrom = 2000;

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

    /// <summary>Bytes of memory that it holds beside the model's own.</summary>
    public long Bytes => _factors?.Bytes ?? 0;

    /// <summary>
    /// Fills <paramref name="best"/> with the best items for the shopper, best first, a tie to the lower number; returns how many there
    /// are. With <see cref="Repeats.LeftOut"/> what the history holds is left out. Where there is a condition, it is asked for the few
    /// items whose score could still get in, by number.
    /// </summary>
    public int Best(in Shopper shopper, Func<int, bool>? allows, Span<Recommendation> best)
    {
        var work = Begin(best.Length, LeftOutOf(shopper));
        try
        {
            var gate = new Admission(work.Hidden, allows);
            if (_factors is not null) _factors.Offer(shopper, gate, work);
            else
            {
                var row = work.Rows(1);
                _model.Score([shopper], row);
                Offer(row.Row(0), gate, work);
            }
            return work.Deliver(best);
        }
        finally
        {
            End(work, LeftOutOf(shopper));
        }
    }

    /// <summary>
    /// The best items for each of many shoppers: <paramref name="best"/> has equally many places for each, and <paramref name="found"/>
    /// says how many of them are filled. The condition is asked with the shopper's place among them, then the item. Lists are the same as
    /// one by one, but for rounding where a kind of model multiplies many shoppers at once.
    /// </summary>
    public void Best(ReadOnlySpan<Shopper> shoppers, Func<int, int, bool>? allows, Span<Recommendation> best, Span<int> found)
    {
        if (found.Length != shoppers.Length) throw new ArgumentException($"{found.Length} counts for {shoppers.Length} shoppers.", nameof(found));
        if (shoppers.IsEmpty) return;
        if (best.Length % shoppers.Length != 0) throw new ArgumentException($"{best.Length} places cannot be shared equally by {shoppers.Length} shoppers.", nameof(best));

        var places = best.Length / shoppers.Length;
        var together = _factors is null ? ScoreBlock.LengthFor(_model.ItemCount) : FactorScan.Together;
        for (var first = 0; first < shoppers.Length; first += together)
        {
            var count = Math.Min(together, shoppers.Length - first);
            BestOfGroup(new(shoppers.Slice(first, count), first, allows), best.Slice(first * places, count * places), found.Slice(first, count));
        }
    }

    /// <summary>Fills <paramref name="best"/> with the items most like this one, best first, a tie to the lower number; returns how many there are.</summary>
    public int Similar(int item, Func<int, bool>? allows, Span<Recommendation> best)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)item, (uint)_model.ItemCount, nameof(item));
        var work = Begin(best.Length, [item]);
        try
        {
            var gate = new Admission(work.Hidden, allows);
            if (_factors is not null) _factors.OfferSimilar(item, gate, work);
            else
            {
                var scores = work.Rows(1).Row(0);
                _model.ScoreSimilar(item, scores);
                Offer(scores, gate, work);
            }
            return work.Deliver(best);
        }
        finally
        {
            End(work, [item]);
        }
    }

    /// <summary>The scores of some items for one shopper, in the order asked; what was bought before is scored like everything else.</summary>
    public void Score(in Shopper shopper, ReadOnlySpan<int> items, Span<float> scores)
    {
        if (scores.Length != items.Length) throw new ArgumentException($"{scores.Length} places for the scores of {items.Length} items.", nameof(scores));

        var work = Begin(0, []);
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
            End(work, []);
        }
    }

    void BestOfGroup(ShopperGroup group, Span<Recommendation> best, Span<int> found)
    {
        var works = new Workspace[found.Length];
        var places = best.Length / found.Length;
        for (var place = 0; place < works.Length; place++) works[place] = Begin(places, LeftOutOf(group.Shoppers[place]));
        try
        {
            if (_factors is not null) _factors.Offer(group, works);
            else
            {
                var rows = works[0].Rows(works.Length);
                _model.Score(group.Shoppers, rows);
                for (var place = 0; place < works.Length; place++) Offer(rows.Row(place), new(works[place].Hidden, group.Condition(place)), works[place]);
            }
            for (var place = 0; place < works.Length; place++) found[place] = works[place].Deliver(best.Slice(place * places, places));
        }
        finally
        {
            for (var place = 0; place < works.Length; place++) End(works[place], LeftOutOf(group.Shoppers[place]));
        }
    }

    static void Offer(ReadOnlySpan<float> scores, Admission gate, Workspace work)
    {
        var list = work.Resume();
        list.Offer(scores, 0, gate);
        work.Suspend(list);
    }

    static ReadOnlySpan<int> LeftOutOf(in Shopper shopper) => shopper.Repeats == Repeats.LeftOut ? shopper.History.Items : [];

    Workspace Begin(int places, ReadOnlySpan<int> leftOut)
    {
        var work = _workspaces.TryDequeue(out var kept) ? kept : new(_model.ItemCount);
        work.Begin(places);
        work.Hidden.Add(leftOut);
        return work;
    }

    void End(Workspace work, ReadOnlySpan<int> leftOut)
    {
        work.Hidden.Remove(leftOut);
        _workspaces.Enqueue(work);
    }
}
