using Recommender.Core.Datasets;
using Recommender.Core.Numerics;

namespace Recommender.Core.Baskets.CrossSell.Counting;

/// <summary>
/// Lays the lines of baskets out by rank, without a comparison. Every part of the baskets has its own places among the lines of each rank:
/// parts are laid out on several threads, and the outcome does not depend on how many.
/// </summary>
sealed class LineLayout
{
    const int FewestLines = 1 << 15;   // of a part: fewer are not worth a thread
    const int LinesOfItem = 4;         // of a part: what it notes for each item stays small beside what it lays out

    readonly CsrMatrix _lines;
    readonly int[] _byRank;
    readonly int[] _rows;     // where each part begins, and the end of the last
    readonly int[][] _next;   // of each part, for each item: its lines, then where its next line goes
    readonly (int Threads, CancellationToken CancellationToken) _run;

    LineLayout(CsrMatrix lines, int[] byRank, (int Threads, CancellationToken CancellationToken) run)
    {
        (_lines, _byRank, _run) = (lines, byRank, run);
        var parts = (int)Math.Clamp(lines.Count / Math.Max(FewestLines, (long)LinesOfItem * byRank.Length), 1, Math.Max(1, run.Threads));
        _rows = [.. Enumerable.Range(0, parts).Select(part => Boundary((long)lines.Count * part / parts)), lines.Rows];
        _next = new int[parts][];
    }

    int Parts => _next.Length;

    /// <summary>The tables of these baskets by items, in an order of items.</summary>
    public static LineTables Lay(CsrMatrix lines, int[] byRank, int threads, CancellationToken cancellationToken)
    {
        var layout = new LineLayout(lines, byRank, (threads, cancellationToken));
        layout.ForEachPart(layout.Count);
        var tables = new LineTables(layout.Starts());
        layout.ForEachPart(part => layout.Turn(part, tables));
        layout.ForEachPart(part => layout.Place(part, tables));
        return tables;
    }

    void ForEachPart(Action<int> body) => Loop.For(Parts, _run.Threads, body, _run.CancellationToken);

    // The first row that begins at a line or behind it.
    int Boundary(long line)
    {
        var place = _lines.Starts.Span.BinarySearch((int)line);
        return place < 0 ? ~place : place;
    }

    void Count(int part)
    {
        var starts = _lines.Starts.Span;
        var counts = _next[part] = new int[_byRank.Length];
        foreach (var item in _lines.Indices.Span[starts[_rows[part]]..starts[_rows[part + 1]]]) counts[item]++;
    }

    // Turns what was counted into where each part begins in each rank.
    int[] Starts()
    {
        var (starts, at) = (new int[_byRank.Length + 1], 0);
        for (var rank = 0; rank < _byRank.Length; rank++)
        {
            foreach (var next in _next) (next[_byRank[rank]], at) = (at, at + next[_byRank[rank]]);
            starts[rank + 1] = at;
        }
        return starts;
    }

    // The baskets of each rank; every part then stands where the next one began.
    void Turn(int part, LineTables tables)
    {
        var (next, baskets) = (_next[part], tables.Baskets);
        var starts = _lines.Starts.Span;
        var items = _lines.Indices.Span;
        for (var row = _rows[part]; row < _rows[part + 1]; row++)
        {
            if (row % 4096 == 0) _run.CancellationToken.ThrowIfCancellationRequested();
            for (var line = starts[row]; line < starts[row + 1]; line++) baskets[next[items[line]]++] = row;
        }
    }

    // Rank by rank into the baskets, so that they ascend there.
    void Place(int part, LineTables tables)
    {
        var (baskets, places, ranks) = (tables.Baskets, tables.Places, tables.Ranks);
        var begin = _rows[part];
        var starts = _lines.Starts.Span[begin.._rows[part + 1]];
        var next = starts.ToArray();
        for (var rank = 0; rank < _byRank.Length; rank++)
        {
            if (rank % 1024 == 0) _run.CancellationToken.ThrowIfCancellationRequested();
            var (work, item) = (0L, _byRank[rank]);
            var end = _next[part][item];
            for (var line = part == 0 ? tables.Starts[rank] : _next[part - 1][item]; line < end; line++)
            {
                var basket = baskets[line] - begin;
                var place = next[basket]++;
                (ranks[place], places[line]) = (rank, place);
                work += place - starts[basket];
            }
            if (work > 0) Interlocked.Add(ref tables.Work[rank], work);
        }
    }
}
