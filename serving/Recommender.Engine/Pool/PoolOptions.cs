using System.ComponentModel.DataAnnotations;
using Recommender.Core;

namespace Recommender.Engine.Pool;

/// <summary>How a pool watches the store, and how much it keeps in memory.</summary>
public sealed record PoolOptions
{
    /// <summary>The pause between two looks at the store, 10 milliseconds to a minute. The next good version is live one look and one warm-up after it was promoted.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long a version that was refused rests before it is tried again although nothing of it changed.</summary>
    public TimeSpan Retry { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The bytes of mapped files that stay in memory. Above it, what was not asked for longest and is read by nobody is let go; a single version that is larger is refused.</summary>
    [Range(1, long.MaxValue)]
    public long MemoryCap { get; init; } = long.MaxValue;

    /// <summary>What was not asked for in this time is let go, whatever there is of memory; null keeps it.</summary>
    public TimeSpan? Idle { get; init; }

    /// <summary>Tenants whose production is never let go.</summary>
    public IReadOnlySet<string> Pinned { get; init; } = new HashSet<string>();

    /// <summary>How long the first question for a model waits while that is loaded; then it is told to come again. Whoever takes asynchronously decides alone.</summary>
    public TimeSpan FirstUse { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many questions may wait in this way at once, so that loading the model of one tenant leaves threads to the others.</summary>
    [Range(0, 10_000)]
    public int Waiting { get; init; } = 16;

    /// <summary>How many versions are loaded at once.</summary>
    [Range(1, 64)]
    public int Loading { get; init; } = 4;

    /// <summary>Whether changes of a tenant's model are followed; one that is not stays as it was found.</summary>
    public Func<string, string, bool> Follows { get; init; } = (_, _) => true;

    /// <summary>Makes what answers need of a version beside its own numbers, before it goes live; it stands in <see cref="LiveVersion.Attachment"/> and is disposed with the version. A version for which it throws is refused.</summary>
    public Func<LiveVersion, object?> WarmUp { get; init; } = _ => null;

    internal void Check()
    {
        Demand(Poll >= TimeSpan.FromMilliseconds(10) && Poll <= TimeSpan.FromMinutes(1), nameof(Poll), Poll, "10 milliseconds to a minute");
        Demand(Retry > TimeSpan.Zero, nameof(Retry), Retry, "more than nothing");
        Demand(MemoryCap > 0, nameof(MemoryCap), MemoryCap, "at least 1 byte");
        Demand(Idle is null || Idle > TimeSpan.Zero, nameof(Idle), Idle, "more than nothing, or null");
        Demand(FirstUse >= TimeSpan.Zero, nameof(FirstUse), FirstUse, "0 or more");
        Demand(Waiting is >= 0 and <= 10_000, nameof(Waiting), Waiting, "0 to 10000");
        Demand(Loading is >= 1 and <= 64, nameof(Loading), Loading, "1 to 64");
    }

    static void Demand(bool holds, string option, object? value, string rule)
    {
        if (!holds) throw new UserErrorException($"The pool's {option} is {value}; it must be {rule}.");
    }
}
