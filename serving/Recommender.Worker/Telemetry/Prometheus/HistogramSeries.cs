namespace Recommender.Worker.Telemetry.Prometheus;

/// <summary>Counts measurements by buckets, each of which holds what is up to its bound.</summary>
sealed class HistogramSeries : Series
{
    readonly double[] _bounds;
    readonly Cell[] _cells = new Cell[Stripe.Count];

    public HistogramSeries(string labels, string? tenant, double[] bounds) : base(labels, tenant)
    {
        _bounds = bounds;
        for (var at = 0; at < _cells.Length; at++) _cells[at] = new(bounds.Length + 1);
    }

    /// <summary>The upper bounds; behind the last one is infinity.</summary>
    public ReadOnlySpan<double> Bounds => _bounds;

    /// <summary>The sum of all measurements.</summary>
    public double Sum => _cells.Sum(cell => Volatile.Read(ref cell.Sum));

    /// <summary>How many measurements are in each bucket, without those of the buckets below.</summary>
    public long[] Counts()
    {
        var counts = new long[_bounds.Length + 1];
        foreach (var cell in _cells)
        {
            for (var at = 0; at < counts.Length; at++) counts[at] += Interlocked.Read(ref cell.Counts[at]);
        }
        return counts;
    }

    public override void Record(double value)
    {
        if (!double.IsFinite(value)) return;

        var (at, cell) = (Array.BinarySearch(_bounds, value), _cells[Stripe.Mine]);
        Interlocked.Increment(ref cell.Counts[at < 0 ? ~at : at]);
        Stripe.Add(ref cell.Sum, value);
    }

    public override void Record(long value) => Record((double)value);

    sealed class Cell(int buckets)
    {
        public readonly long[] Counts = new long[buckets];
        public double Sum;
    }
}
