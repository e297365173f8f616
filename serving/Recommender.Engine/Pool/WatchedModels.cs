using System.Collections.Concurrent;
using Recommender.Core.Store;

namespace Recommender.Engine.Pool;

/// <summary>The models in use, by tenant and name.</summary>
sealed class WatchedModels(Func<string, ModelStore> stores, Surroundings around)
{
    readonly ConcurrentDictionary<(string Tenant, string Model), WatchedModel> _models = [];
    readonly Lock _changing = new();

    public ICollection<WatchedModel> All => _models.Values;

    public ModelStore StoreOf(string tenant) => stores(tenant);

    /// <summary>The slot of an alias or number of a model that is there; null where the model has none of it. It begins to load.</summary>
    public Slot? Find(string tenant, StoredModel stored, string which)
    {
        while (true)
        {
            var model = _models.GetOrAdd((tenant, stored.Name), _ => new(tenant, stored, around));
            model.Aliases.Look();
            if (model.WantedBy(which) is not { } wanted || (!model.Aliases.Aliases.ContainsKey(which) && !Directory.Exists(stored.PathOf(wanted)))) return null;
            if (Begin(model, which) is { } slot) return slot;
        }
    }

    /// <summary>Stops looking at models that nobody asks for.</summary>
    public void DropUnused()
    {
        foreach (var (key, model) in _models)
        {
            if (model.Slots.Count > 0) continue;

            lock (_changing)
            {
                if (model.Slots.Count == 0) _models.TryRemove(key, out _);
            }
        }
    }

    // Null where the model was dropped meanwhile: a slot of it would never be looked at.
    Slot? Begin(WatchedModel model, string which)
    {
        ObjectDisposedException.ThrowIf(around.Stopping.IsCancellationRequested, typeof(ModelPool));
        Slot slot;
        lock (_changing)
        {
            if (!_models.TryGetValue((model.Tenant, model.Name), out var present) || present != model) return null;
            slot = model.SlotOf(which);
        }
        if (!slot.Tried.IsCompleted) model.Look();
        return slot;
    }
}
