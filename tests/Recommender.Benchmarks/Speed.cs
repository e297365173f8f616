using System.Diagnostics;

namespace Recommender.Benchmarks;

/// <summary>The best rounds, in GFLOP a second by the wall's clock and by the processor's.</summary>
sealed class Speed
{
    public double Wall { get; private set; }

    public double Processor { get; private set; }

    public void Take(double operations, Action work)
    {
        var (started, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        work();
        Wall = Math.Max(Wall, operations / Stopwatch.GetElapsedTime(started).TotalSeconds / 1e9);
        Processor = Math.Max(Processor, operations / (Environment.CpuUsage.TotalTime - used).TotalSeconds / 1e9);
    }
}
