using Recommender.Core.Evaluation;
using Recommender.Core.Models;
using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.Blend;

/// <summary>
/// Collects, for the customers of a slice, the best items of every voice with what all voices say of them: all that a search for weights
/// asks. Members come one at a time, each twice: first for the best items of its voices, then, when all have been heard, for its scores of
/// everybody's best. So no two models need to be there at once.
/// </summary>
sealed class CandidateTable
{
    const int Longest = 64; // of one voice: three pages, of which the first is measured
    const int Block = 8;   // customers scored at once: few enough for their rows to stay near

    readonly Fold _fold;
    readonly Repeats _repeats;
    readonly int[] _places;         // of the customers asked, in the fold
    readonly List<int[]>[] _best;   // of each customer: the best items of every voice heard so far, best first
    readonly int[][] _candidates;   // of each customer, ascending

    /// <summary>Of each customer who has something to find, at most <paramref name="customers"/> of them.</summary>
    public CandidateTable(Fold fold, Repeats repeats, int customers)
    {
        (_fold, _repeats) = (fold, repeats);
        _places = Chosen(customers);
        _best = Array.ConvertAll(_places, _ => new List<int[]>());
        _candidates = new int[_places.Length][];
        Rows = new Candidates[_places.Length];
    }

    /// <summary>One for each customer; finished when every member was asked.</summary>
    public Candidates[] Rows { get; }

    /// <summary>The first look at a member.</summary>
    public void Hear(Speaker speaker, ParallelOptions parallelism) => Visit(speaker, parallelism, (customer, _, row) =>
    {
        var (list, best) = (new int[Math.Min(Longest, row.Length)], new float[Math.Min(Longest, row.Length)]);
        Array.Resize(ref list, TopK.Select(row, list, best));
        _best[customer].Add(list);
    });

    /// <summary>Between the looks: settles the candidates, about <paramref name="most"/> of each customer, for so many voices.</summary>
    public void Choose(int most, int voices)
    {
        for (var customer = 0; customer < _places.Length; customer++)
        {
            var (candidates, targets) = (Taken(_best[customer], most), Targets(_places[customer]));
            _candidates[customer] = candidates;
            Rows[customer] = new(new float[voices * candidates.Length], Array.ConvertAll(candidates, targets.Contains), CutGain.Ideal(targets.Count));
            _best[customer].Clear();
        }
    }

    /// <summary>The second look at a member.</summary>
    public void Ask(Speaker speaker, ParallelOptions parallelism) => Visit(speaker, parallelism, (customer, voice, row) =>
    {
        var candidates = _candidates[customer];
        var scores = Rows[customer].Scores.AsSpan((speaker.First + voice) * candidates.Length, candidates.Length);
        for (var at = 0; at < candidates.Length; at++) scores[at] = row[candidates[at]];
    });

    // The first of every voice, then the second of every voice, until there are enough; ascending.
    static int[] Taken(List<int[]> lists, int most)
    {
        var taken = new SortedSet<int>();
        for (var rank = 0; rank < Longest && taken.Count < most; rank++)
        {
            foreach (var list in lists)
            {
                if (rank < list.Length) taken.Add(list[rank]);
            }
        }
        return [.. taken];
    }

    // Every n-th of the customers with a target, so that the choice does not follow their order.
    int[] Chosen(int customers)
    {
        int[] places = [.. Enumerable.Range(0, _fold.Cases.Count).Where(place => Targets(place).Count > 0)];
        return places.Length <= customers ? places : [.. Enumerable.Range(0, customers).Select(at => places[(int)((long)at * places.Length / customers)])];
    }

    HashSet<int> Targets(int place)
    {
        var targets = new HashSet<int>(_fold.Cases.Targets.RowIndices(place).ToArray());
        if (_repeats == Repeats.LeftOut)
        {
            foreach (var item in _fold.Cases.HistoryOf(place).Items) targets.Remove(item);
        }
        return targets;
    }

    // Shows what each voice of the member, in turn, says of all items to each customer.
    void Visit(Speaker speaker, ParallelOptions parallelism, Action<int, int, ReadOnlySpan<float>> see)
    {
        var items = speaker.Model.ItemCount;
        Parallel.For(0, (_places.Length + Block - 1) / Block, parallelism, () => (Scores: Matrix.Zero(Block, items), Row: new float[items]), (block, _, scratch) =>
        {
            var first = block * Block;
            var shoppers = new Shopper[Math.Min(Block, _places.Length - first)];
            for (var at = 0; at < shoppers.Length; at++) shoppers[at] = _fold.Cases.Shopper(_places[first + at], _repeats);
            speaker.Model.Score(shoppers, scratch.Scores);
            for (var at = 0; at < shoppers.Length; at++)
            {
                var leftOut = _repeats == Repeats.LeftOut ? shoppers[at].History.Items : [];
                for (var voice = 0; voice < speaker.Voices.Count; voice++)
                {
                    scratch.Scores.Row(at).CopyTo(scratch.Row);
                    speaker.Voices[voice].Read(leftOut, scratch.Row);
                    ModelAnswers.LeaveOut(leftOut, scratch.Row);
                    see(first + at, voice, scratch.Row);
                }
            }
            return scratch;
        }, _ => { });
    }
}
