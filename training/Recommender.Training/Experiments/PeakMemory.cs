namespace Recommender.Training.Experiments;

/// <summary>The most memory that this process had while something ran, looked at a hundred times a second.</summary>
sealed class PeakMemory : IDisposable
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    readonly Timer _timer;
    long _peak;

    /// <summary>What the work before it left behind is given back first, so that each run is measured alone.</summary>
    public PeakMemory()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        _peak = Environment.WorkingSet;
        _timer = new(_ => Look(), null, Pause, Pause);
    }

    /// <summary>Megabytes.</summary>
    public double Megabytes
    {
        get
        {
            Look();
            return Math.Round(Interlocked.Read(ref _peak) / 1e6, 1);
        }
    }

    public void Dispose() => _timer.Dispose();

    void Look()
    {
        var now = Environment.WorkingSet;
        for (var seen = Interlocked.Read(ref _peak); now > seen; seen = Interlocked.Read(ref _peak))
        {
            if (Interlocked.CompareExchange(ref _peak, now, seen) == seen) return;
        }
    }
}
