using Recommender.Core.Evaluation.Metrics;
using Recommender.Core.Models;
using Recommender.Core.Numerics;

namespace Recommender.Core.Evaluation;

/// <summary>What one thread needs to rank for one case after the other; nothing is allocated once it is made.</summary>
sealed class RankingWorker
{
    // Scored for each or once for both; what leaves items out of the row comes last.
    static readonly Repeats[][] Apart = [[Repeats.Allowed], [Repeats.LeftOut]];
    static readonly Repeats[][] Together = [[Repeats.Allowed, Repeats.LeftOut]];

    readonly RankingRun _run;
    readonly Matrix _scores;
    readonly Shopper[] _shoppers;
    readonly int[] _bought;     // by item: the number of the case that bought it
    readonly int[] _wanted;     // by item: the number of the question that wants it
    readonly int[] _items;
    readonly float[] _best;
    readonly bool[] _hits;
    readonly ListTraits? _traits;
    int[] _targets = new int[64];
    int _case;
    int _question;
    int _found;

    public RankingWorker(RankingRun run)
    {
        var items = run.Model.ItemCount;
        var longest = Math.Min(items, run.Options.Cutoffs.Max());
        _run = run;
        (_scores, _shoppers) = (Matrix.Zero(run.BlockLength, items), new Shopper[run.BlockLength]);
        (_bought, _wanted) = (new int[items], new int[items]);
        (_items, _best, _hits) = (new int[longest], new float[longest], new bool[longest]);
        _traits = run.Options.Metrics.Any(metric => metric.IsOfList) ? new(run.Fold.Training) : null;
        Reaches = [.. run.NewReaches()];
    }

    /// <summary>What the lists of this thread reached, by view and cutoff.</summary>
    public IReadOnlyList<Reach> Reaches { get; }

    /// <summary>Ranks for the cases from <paramref name="first"/> to before <paramref name="end"/>, first with repeats, then without.</summary>
    public void Rank(int first, int end)
    {
        foreach (var asked in _run.Model.HeedsRepeats ? Apart : Together)
        {
            Score(first, end, asked[0]);
            for (var place = first; place < end; place++)
            {
                foreach (var repeats in asked) Rank(place, _scores.Row(place - first), repeats);
            }
        }
    }

    void Score(int first, int end, Repeats repeats)
    {
        for (var place = first; place < end; place++) _shoppers[place - first] = _run.Fold.Cases.Shopper(place, repeats);
        _run.Model.Score(_shoppers.AsSpan(0, end - first), new(_scores.Data, end - first, _scores.Columns));
    }

    void Rank(int place, Span<float> scores, Repeats repeats)
    {
        var leftOut = Meet(place, scores, repeats);
        _found = Select(scores, isNarrowed: repeats == Repeats.LeftOut && !_run.Model.HeedsRepeats);
        for (var view = 0; view < _run.Scores.Count; view++)
        {
            if (_run.Scores[view].View.Repeats != repeats) continue;

            var targets = Targets(_run.Scores[view].View, place);
            if (targets.IsEmpty) continue;

            for (var rank = 0; rank < _found; rank++) _hits[rank] = _wanted[_items[rank]] == _question;
            var list = new RankedList
            {
                Items = _items.AsSpan(0, _found),
                Hits = _hits.AsSpan(0, _found),
                Targets = targets,
                Scores = scores,
                LeftOut = leftOut,
                Traits = _traits,
            };
            _run.Scores[view].Measure(place, list);
            _run.Reach(Reaches, view, list);
        }
    }

    // The list of all items narrows to the one of new items: those bought fall out, and only as many are looked for behind it.
    int Select(Span<float> scores, bool isNarrowed)
    {
        if (!isNarrowed) return TopK.Select(scores, _items, _best);

        var kept = 0;
        for (var rank = 0; rank < _found; rank++)
        {
            if (_bought[_items[rank]] != _case) (_items[kept], _best[kept++]) = (_items[rank], _best[rank]);
        }
        if (kept == _found) return kept;

        for (var rank = 0; rank < kept; rank++) scores[_items[rank]] = float.NegativeInfinity;
        var found = kept + TopK.Select(scores, _items.AsSpan(kept.._found), _best.AsSpan(kept.._found));
        for (var rank = 0; rank < kept; rank++) scores[_items[rank]] = _best[rank];
        return found;
    }

    // Notes what the case had bought and takes it out of the ranking where it must not come again.
    int Meet(int place, Span<float> scores, Repeats repeats)
    {
        _case++;
        var leftOut = 0;
        foreach (var item in _run.Fold.Cases.HistoryOf(place).Items)
        {
            if (_bought[item] == _case) continue;

            _bought[item] = _case;
            if (repeats == Repeats.Allowed) continue;

            scores[item] = float.NegativeInfinity;
            leftOut++;
        }
        return leftOut;
    }

    ReadOnlySpan<int> Targets(View view, int place)
    {
        if (view.HasCase is not null && !view.HasCase(place)) return default;

        var items = _run.Fold.Cases.Targets.RowIndices(place);
        if (_targets.Length < items.Length) _targets = new int[2 * items.Length];
        _question++;
        var count = 0;
        foreach (var item in items)
        {
            if (!view.Wants(item, _bought[item] == _case)) continue;

            _targets[count++] = item;
            _wanted[item] = _question;
        }
        return _targets.AsSpan(0, count);
    }
}
