using Recommender.Engine.Pool.Trials;

namespace Recommender.Engine.Pool;

/// <summary>The right to read a live version until this is disposed, once, whatever goes live meanwhile.</summary>
public readonly struct Lease<T>(T version) : IDisposable where T : LiveVersion
{
    readonly TrialArm? _arm;
    readonly bool _isIncluded;

    internal Lease(T version, TrialArm arm, bool isIncluded) : this(version) => (_arm, _isIncluded) = (arm, isIncluded);

    /// <summary>The version.</summary>
    public T Version => version;

    /// <summary>Whether a candidate answers in place of production.</summary>
    public bool IsCandidate => _arm?.IsCandidate == true;

    /// <summary>Whether a shadow wants to be asked what was answered here.</summary>
    public bool IsShadowed => _isIncluded && _arm is { IsCandidate: false, Trial: { Options.IsShadow: true, IsStopped: false } };

    /// <summary>Tells a trial, where one is running, how the answer went: a candidate that is clearly worse is stopped by it.</summary>
    public void Report(TimeSpan took, bool hasFailed = false) => _arm?.Report(version.Version, took, hasFailed);

    /// <summary>
    /// Has a shadow answer the same question later, off the request's path, and compares. Ask <see cref="IsShadowed"/> first, so that nothing is
    /// made for nothing; <paramref name="ask"/> answers with the version that it is given.
    /// </summary>
    public void Shadow(IReadOnlyList<string> answered, Func<LiveModel, IReadOnlyList<string>> ask)
    {
        if (IsShadowed) _arm?.Trial.Offer(new(answered, ask));
    }

    /// <summary>Lets go of the version.</summary>
    public void Dispose() => version?.LetGo();
}
