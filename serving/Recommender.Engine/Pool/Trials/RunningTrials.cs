using System.Collections.Frozen;

namespace Recommender.Engine.Pool.Trials;

/// <summary>The trials that are running, read by every question.</summary>
sealed class RunningTrials : IAsyncDisposable
{
    readonly Lock _changing = new();
    FrozenDictionary<(string Tenant, string Model), Trial>? _trials;   // null where there is none: the usual case

    public IEnumerable<Trial> All => Volatile.Read(ref _trials)?.Values ?? [];

    /// <summary>The trial that a version's model is in.</summary>
    public Trial? Of(LiveVersion version) => Volatile.Read(ref _trials) is { } trials ? trials.GetValueOrDefault((version.Tenant, version.Model)) : null;

    /// <summary>Begins a trial in place of the model's former one.</summary>
    public async Task Begin(Trial trial) => await Exchange((trial.Model.Tenant, trial.Model.Name), trial);

    /// <summary>Ends a model's trial, if there is one.</summary>
    public async Task End(string tenant, string model) => await Exchange((tenant, model), null);

    public async ValueTask DisposeAsync()
    {
        foreach (var trial in All) await trial.DisposeAsync();
    }

    async Task Exchange((string Tenant, string Model) key, Trial? next)
    {
        Trial? former;
        lock (_changing)
        {
            var trials = All.ToDictionary(trial => (trial.Model.Tenant, trial.Model.Name));
            trials.Remove(key, out former);
            if (next is not null) trials[key] = next;
            Volatile.Write(ref _trials, trials.Count == 0 ? null : trials.ToFrozenDictionary());
        }
        if (former is null) return;

        await former.DisposeAsync();
        if (next is not null) next.Production.Slot.IsOnTrial = next.Candidate.Slot.IsOnTrial = true;   // they may be the same slots
    }
}
