using Recommender.Core.Store;
using Recommender.Engine.Pool;

namespace Recommender.Worker.Telemetry.Health;

/// <summary>
/// Whether questions should be sent here: the worker is not ending, everything that it stands on is there, and each tenant that it is there for has
/// a good version of what it wants live. One that is behind, and answers with its last good version, is ready.
/// </summary>
sealed class Readiness(Draining draining, ServedModels models, IEnumerable<ReadyCheck> checks)
{
    readonly ReadyCheck[] _checks = [.. checks];

    /// <summary>How it is now.</summary>
    public ReadyState Now()
    {
        var status = models.Status();
        string[] problems = [.. Broken(), .. status.Where(IsMissing).Select(SentenceOf)];
        return new(!draining.IsDraining && problems.Length == 0, draining.IsDraining, problems, status);
    }

    IEnumerable<string> Broken()
    {
        foreach (var check in _checks)
        {
            if (check.Problem() is { } problem) yield return $"{check.Name}: {problem}";
        }
    }

    bool IsMissing(ModelStatus status) =>
        status is { Alias: StoredModel.Production, Wanted: not null, Live: null } && models.Pinned.Contains(status.Tenant);

    static string SentenceOf(ModelStatus status) => $"{status.Model} of {status.Tenant}: {status.Problem ?? $"version {status.Wanted} is being loaded."}";
}
