using System.Numerics;

namespace Recommender.Core.Numerics;

/// <summary>
/// The best of all entries seen so far, in memory of the caller's: a heap with the worst at its root. Entries are added in ascending
/// order of their numbers, so that a tie goes to the lower.
/// </summary>
public ref struct BestSoFar
{
    readonly Span<int> _items;
    readonly Span<float> _scores;

    /// <summary>As many as there are places; the first <paramref name="count"/> hold what an earlier list held, as it left them.</summary>
    public BestSoFar(Span<int> items, Span<float> scores, int count = 0)
    {
        if (scores.Length != items.Length) throw new ArgumentException($"{items.Length} places for items, {scores.Length} for scores.", nameof(scores));

        _items = items;
        _scores = scores;
        Count = count;
        Threshold = items.IsEmpty ? float.PositiveInfinity : count == items.Length ? scores[0] : float.NegativeInfinity;
    }

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>What a score must exceed to get in: what was demanded as long as there is room, then the worst score.</summary>
    public float Threshold { get; private set; }

    /// <summary>Takes only scores above the floor. Nothing has been added yet.</summary>
    public void Demand(float floor) => Threshold = Math.Max(Threshold, floor);

    /// <summary>Takes what belongs there of scores of entries that follow each other from <paramref name="first"/> on; the gate is asked for no others. NaN never gets in.</summary>
    public void Offer<TGate>(scoped ReadOnlySpan<float> scores, int first, scoped TGate gate)
        where TGate : struct, IGate, allows ref struct
    {
        for (var start = 0; start < scores.Length; start += Vector<float>.Count)
        {
            var block = scores[start..Math.Min(start + Vector<float>.Count, scores.Length)];
            if (block.Length == Vector<float>.Count && !Vector.GreaterThanAny(new Vector<float>(block), new Vector<float>(Threshold))) continue;

            for (var lane = 0; lane < block.Length; lane++)
            {
                var score = block[lane];
                if (score > Threshold && gate.Admits(first + start + lane, ref score) && score > Threshold) Add(first + start + lane, score);
            }
        }
    }

    /// <summary>Takes an entry whose score exceeds the threshold; the worst leaves where there is no room.</summary>
    public void Add(int item, float score)
    {
        if (Count < _items.Length) Rise(Count++, item, score);
        else Sink(Count, item, score);
        if (Count == _items.Length) Threshold = _scores[0];
    }

    /// <summary>Brings them into order, the best first; returns how many there are. Nothing is added after that.</summary>
    public readonly int Sort()
    {
        // The worst is taken off the heap, again and again, and laid behind those that remain.
        for (var last = Count - 1; last > 0; last--)
        {
            var (item, score) = (_items[last], _scores[last]);
            (_items[last], _scores[last]) = (_items[0], _scores[0]);
            Sink(last, item, score);
        }
        return Count;
    }

    // Worse is the lower score and, of equal ones, the higher number.
    static bool IsWorse(float score, int item, float otherScore, int otherItem) =>
        score < otherScore || (score == otherScore && item > otherItem);

    readonly void Rise(int slot, int item, float score)
    {
        while (slot > 0)
        {
            var parent = (slot - 1) / 2;
            if (!IsWorse(score, item, _scores[parent], _items[parent])) break;

            (_items[slot], _scores[slot]) = (_items[parent], _scores[parent]);
            slot = parent;
        }
        (_items[slot], _scores[slot]) = (item, score);
    }

    /// <summary>Replaces the root of so many and lets the newcomer sink to its place.</summary>
    readonly void Sink(int count, int item, float score)
    {
        var slot = 0;
        while (2 * slot + 1 < count)
        {
            var child = 2 * slot + 1;
            if (child + 1 < count && IsWorse(_scores[child + 1], _items[child + 1], _scores[child], _items[child])) child++;
            if (!IsWorse(_scores[child], _items[child], score, item)) break;

            (_items[slot], _scores[slot]) = (_items[child], _scores[child]);
            slot = child;
        }
        (_items[slot], _scores[slot]) = (item, score);
    }
}
