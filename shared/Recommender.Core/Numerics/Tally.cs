using System.Runtime.Intrinsics.X86;

namespace Recommender.Core.Numerics;

/// <summary>Counts numbers that stand in many short pieces of a long list.</summary>
static unsafe class Tally
{
    const int Ahead = 8;   // pieces between the one that is counted and the one that is fetched into the cache

    /// <summary>
    /// Adds one to the counter of every number of some rows. Row r begins at <paramref name="starts"/>[r]; the i-th of
    /// <paramref name="rows"/> is read up to the i-th end. Every number has a counter: who lays the list out sees to it.
    /// </summary>
    public static void Add(ReadOnlySpan<int> numbers, ReadOnlySpan<int> starts, TallyRows rows, int[] counts)
    {
        var places = rows.Rows;
        var ends = rows.Ends;
        fixed (int* first = numbers, counters = counts)
        {
            for (var at = 0; at < places.Length; at++)
            {
                if (Sse.IsSupported && at + Ahead < places.Length) Sse.Prefetch0(first + starts[places[at + Ahead]]);
                var (begin, end) = (starts[places[at]], ends[at]);
                if ((uint)begin > (uint)end || (uint)end > (uint)numbers.Length) throw new ArgumentException($"A row from {begin} to {end} is not in a list of {numbers.Length}.", nameof(rows));

                AddRow(first + begin, first + end, counters);
            }
        }
    }

    static void AddRow(int* next, int* end, int* counters)
    {
        for (; end - next >= 4; next += 4)
        {
            counters[next[0]]++;
            counters[next[1]]++;
            counters[next[2]]++;
            counters[next[3]]++;
        }
        for (; next < end; next++) counters[*next]++;
    }
}
