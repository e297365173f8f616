using System.Runtime.Intrinsics.X86;

namespace Recommender.Core.Numerics;

/// <summary>Rows that are worked on next, fetched a few at a time into the second cache beside the work on those before them.</summary>
readonly unsafe ref struct UpcomingRows(ReadOnlySpan<int> rows, float* start, nint stride, int d)
{
    const int CacheLine = 64 / sizeof(float);

    readonly ReadOnlySpan<int> _rows = rows;

    /// <summary>Fetches one of so many parts of the rows.</summary>
    public void Fetch(int part, int parts)
    {
        if (!Sse.IsSupported || _rows.IsEmpty) return;

        var each = (_rows.Length + parts - 1) / parts;
        for (var entry = part * each; entry < Math.Min(_rows.Length, (part + 1) * each); entry++)
        {
            var row = start + _rows[entry] * stride;
            for (var column = 0; column < d; column += CacheLine) Sse.Prefetch1(row + column);
        }
    }
}
