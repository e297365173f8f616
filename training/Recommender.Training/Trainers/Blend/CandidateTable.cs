using Recommender.Core.Evaluation;
using Recommender.Core.Models;
using Recommender.Core.Models.Blending;
using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.Blend;

/// <summary>Collects, for the customers of a slice, the best items of every voice with what all voices say of them: all that a search for weights asks.</summary>
sealed class CandidateTable(Fold fold, IReadOnlyList<IModel> models, IReadOnlyList<Voice> voices, int most)
{
    const int Longest = 64; // of one voice: three pages, of which the first is measured
    const int Block = 8;   // customers scored at once: few enough for the rows of all voices to stay near

    /// <summary>One row for each customer who has something to find, at most <paramref name="customers"/> of them.</summary>
    public Candidates[] Collect(Repeats repeats, int customers, ParallelOptions parallelism)
    {
        var places = Chosen(repeats, customers);
        var rows = new Candidates[places.Length];
        Parallel.For(0, (places.Length + Block - 1) / Block, parallelism, () => new CandidateScratch(Block, models[0].ItemCount, voices.Count), (block, _, scratch) =>
        {
            var first = block * Block;
            var count = Math.Min(Block, places.Length - first);
            Fill(places.AsSpan(first, count), repeats, scratch);
            for (var at = 0; at < count; at++) rows[first + at] = Row(places[first + at], repeats, (scratch, at));
            return scratch;
        }, _ => { });
        return rows;
    }

    // The first of every voice, then the second of every voice, until there are enough; ascending.
    int[] Taken(CandidateScratch scratch, int at)
    {
        var (lists, best) = (new int[voices.Count][], new float[Math.Min(Longest, models[0].ItemCount)]);
        for (var voice = 0; voice < lists.Length; voice++)
        {
            lists[voice] = new int[best.Length];
            Array.Resize(ref lists[voice], TopK.Select(scratch.Row(voice, at), lists[voice], best));
        }
        var taken = new SortedSet<int>();
        for (var rank = 0; rank < best.Length && taken.Count < most; rank++)
        {
            foreach (var list in lists)
            {
                if (rank < list.Length) taken.Add(list[rank]);
            }
        }
        return [.. taken];
    }

    // Every n-th of the customers with a target, so that the choice does not follow their order.
    int[] Chosen(Repeats repeats, int customers)
    {
        int[] places = [.. Enumerable.Range(0, fold.Cases.Count).Where(place => Targets(place, repeats).Count > 0)];
        return places.Length <= customers ? places : [.. Enumerable.Range(0, customers).Select(at => places[(int)((long)at * places.Length / customers)])];
    }

    HashSet<int> Targets(int place, Repeats repeats)
    {
        var targets = new HashSet<int>(fold.Cases.Targets.RowIndices(place).ToArray());
        if (repeats == Repeats.LeftOut)
        {
            foreach (var item in fold.Cases.HistoryOf(place).Items) targets.Remove(item);
        }
        return targets;
    }

    void Fill(ReadOnlySpan<int> places, Repeats repeats, CandidateScratch scratch)
    {
        var shoppers = new Shopper[places.Length];
        for (var at = 0; at < shoppers.Length; at++) shoppers[at] = fold.Cases.Shopper(places[at], repeats);
        var scored = -1;
        for (var voice = 0; voice < voices.Count; voice++)
        {
            if (voices[voice].Member != scored) models[scored = voices[voice].Member].Score(shoppers, scratch.Scores);
            for (var at = 0; at < shoppers.Length; at++)
            {
                var row = scratch.Row(voice, at);
                scratch.Scores.Row(at).CopyTo(row);
                var leftOut = repeats == Repeats.LeftOut ? shoppers[at].History.Items : [];
                voices[voice].Read(leftOut, row);
                ModelAnswers.LeaveOut(leftOut, row);
            }
        }
    }

    Candidates Row(int place, Repeats repeats, (CandidateScratch Scratch, int At) filled)
    {
        var (candidates, targets) = (Taken(filled.Scratch, filled.At), Targets(place, repeats));
        var scores = new float[voices.Count * candidates.Length];
        for (var voice = 0; voice < voices.Count; voice++)
        {
            var row = filled.Scratch.Row(voice, filled.At);
            for (var at = 0; at < candidates.Length; at++) scores[voice * candidates.Length + at] = row[candidates[at]];
        }
        return new(scores, Array.ConvertAll(candidates, targets.Contains), CutGain.Ideal(targets.Count));
    }
}
