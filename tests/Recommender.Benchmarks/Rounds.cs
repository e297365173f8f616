using System.Diagnostics;

namespace Recommender.Benchmarks;

/// <summary>Two programs in turn: the best round of each, because another program on the machine can only slow a round down.</summary>
static class Rounds
{
    public static (TimeSpan Ours, TimeSpan Reference) Best(int rounds, Action ours, PythonRounds reference, CancellationToken cancellationToken)
    {
        var best = (Ours: TimeSpan.MaxValue, Reference: TimeSpan.MaxValue);
        ours();   // once to warm up; the reference is compiled already
        for (var round = 0; round < rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var elapsed = TimeSpan.FromSeconds(Seconds(ours));
            best = (elapsed < best.Ours ? elapsed : best.Ours, reference.Round() is var theirs && theirs < best.Reference ? theirs : best.Reference);
        }
        return best;
    }

    /// <summary>How long the work takes, once.</summary>
    public static double Seconds(Action work)
    {
        var started = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
