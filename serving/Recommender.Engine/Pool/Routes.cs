using System.Collections.Concurrent;
using Recommender.Core;
using Recommender.Core.Store;

namespace Recommender.Engine.Pool;

/// <summary>Where each question goes. What is found once is remembered; what was not found, only until the next look at the store.</summary>
sealed class Routes(WatchedModels models, PoolOptions options)
{
    const int MostPassing = 1000;   // what is asked for and is not there is made up by whoever asks

    readonly ConcurrentDictionary<Route, Slot> _slots = [];
    readonly ConcurrentDictionary<Route, Passing> _passing = [];
    int _waiting;

    /// <summary>A version, held. The first question for it waits for it, within limits.</summary>
    public LiveVersion Take(Route route) => Known(route) ?? FindAsync(route, isBlocking: true, CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>The same without a waiting thread.</summary>
    public ValueTask<LiveVersion> TakeAsync(Route route, CancellationToken cancellationToken) =>
        Known(route) is { } version ? new(version) : new(FindAsync(route, isBlocking: false, cancellationToken));

    /// <summary>No question goes there any more.</summary>
    public void Forget(Slot slot)
    {
        foreach (var (route, target) in _slots)
        {
            if (target == slot) _slots.TryRemove(route, out _);
        }
        _passing.Clear();
    }

    /// <summary>What was not there may be by now.</summary>
    public void LookAgain() => _passing.Clear();

    LiveVersion? Known(Route route) => _slots.TryGetValue(route, out var slot) && slot.TryTake(out var version) ? version : null;

    // On the caller's thread to the end, whatever other threads are busy with.
    void Wait(Slot slot)
    {
        try
        {
            if (Interlocked.Increment(ref _waiting) <= options.Waiting && slot.Tried.Wait(options.FirstUse)) return;

            throw new NoModelException("The model is being loaded. Ask again in a second.") { IsLoading = true };
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    async Task<LiveVersion> FindAsync(Route route, bool isBlocking, CancellationToken cancellationToken)
    {
        if (_passing.TryGetValue(route, out var passing))
        {
            if (passing.Slot is not { } target) throw new NoModelException(passing.Problem);
            if (target.TryTake(out var held)) return held;
        }

        var isFirst = true;
        foreach (var slot in Choices(route))
        {
            if (isBlocking && !slot.Tried.IsCompleted) Wait(slot);
            else await slot.Tried.WaitAsync(cancellationToken);
            if (slot.TryTake(out var version)) return route.Means(version) ? Remember(route, slot, version, isFirst) : throw WrongKind(route, version);
            if (slot.IsRetired) return await FindAsync(route, isBlocking, cancellationToken);   // let go for others before it could be taken
            isFirst = false;
        }
        throw Remember(route, isFirst ? NothingThere.Sentence(models.StoreOf(route.Tenant), route.IsMatrix)
            : $"No version of {Named(route)} can be read, so there is nothing to answer with. Whoever runs the worker finds the reason in its log and at /readyz.");
    }

    // The second choice answers only while the first cannot.
    LiveVersion Remember(Route route, Slot slot, LiveVersion version, bool isFirst)
    {
        if (isFirst) _slots[route] = slot;
        else if (_passing.Count < MostPassing) _passing[route] = new(slot, "");
        return version;
    }

    NoModelException Remember(Route route, string problem)
    {
        if (_passing.Count < MostPassing) _passing[route] = new(null, problem);
        return new(problem);
    }

    // One after the other: the second choice is not loaded while the first answers.
    IEnumerable<Slot> Choices(Route route)
    {
        var store = models.StoreOf(route.Tenant);
        return route.Reference.Length > 0 ? [Named(route, store)]
            : ShopChoice.Of(store, route.IsMatrix).Select(name => models.Find(route.Tenant, store.Model(name), StoredModel.Production)).OfType<Slot>();
    }

    Slot Named(Route route, ModelStore store)
    {
        try
        {
            var (model, which) = ModelReference.Parse(route.Reference);
            return models.Find(route.Tenant, store.Existing(model), which ?? StoredModel.Production) ?? throw new UserErrorException(NothingThere.Sentence(store.Model(model), which));
        }
        catch (UserErrorException missing)
        {
            throw Remember(route, missing.Message);
        }
    }

    NoModelException WrongKind(Route route, LiveVersion version)
    {
        version.LetGo();
        return Remember(route, route.IsMatrix
            ? $"{Named(route)} scores customers and is no cross-sell matrix. {NothingThere.Named(models.StoreOf(route.Tenant), isMatrix: true)}"
            : $"{Named(route)} is a cross-sell matrix, which does not score customers. {NothingThere.Named(models.StoreOf(route.Tenant), isMatrix: false)}");
    }

    static string Named(Route route) => route.Reference.Length > 0 ? $"'{route.Reference}'" : "the shop's model";

    /// <summary>What holds until the next look.</summary>
    /// <param name="Slot">Where the question goes until the next look; null for nowhere.</param>
    /// <param name="Problem">Why nowhere.</param>
    sealed record Passing(Slot? Slot, string Problem);
}
