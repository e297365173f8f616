using System.Diagnostics;

namespace Recommender.Core.Baskets.Rules;

/// <summary>The time that a whole search may last: half of it is for mining, a quarter for tests, and the rest, with what they left, for making rules.</summary>
sealed class RuleTime(TimeSpan limit)
{
    readonly long _started = Stopwatch.GetTimestamp();

    /// <summary>How long mining may last.</summary>
    public TimeSpan Mining => limit == TimeSpan.MaxValue ? limit : limit / 2;

    /// <summary>Whether a stage that makes or tests rules is to end.</summary>
    public bool IsOver(RuleStage stage) =>
        limit != TimeSpan.MaxValue && Stopwatch.GetElapsedTime(_started) >= (stage == RuleStage.Making ? limit : limit / 4 * 3);
}
