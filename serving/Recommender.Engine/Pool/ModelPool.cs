using Microsoft.Extensions.Logging;
using Recommender.Core.Store;
using Recommender.Engine.Pool.Trials;

namespace Recommender.Engine.Pool;

/// <summary>
/// The live versions of every tenant's models. A version is loaded when it is first asked for; from then on the store is looked at, and what
/// is promoted goes live without a question failing or waiting. A version that cannot be read is refused and reported, and the last good one
/// answers on. Taking is one dictionary lookup, one reference read and one hold: no lock, nothing allocated.
/// </summary>
public sealed class ModelPool : IAsyncDisposable
{
    /// <summary>The tenant of whoever has only one.</summary>
    public const string OnlyShop = "default";

    readonly CancellationTokenSource _stopping = new();
    readonly Residents _residents = new();
    readonly Surroundings _around;
    readonly WatchedModels _models;
    readonly Routes _routes;
    readonly RunningTrials _trials = new();
    readonly Task _watching;

    /// <summary>A pool over the stores of tenants by their names; it watches until it is disposed.</summary>
    public ModelPool(Func<string, ModelStore> stores, PoolOptions options, TimeProvider clock, ILogger logger)
    {
        options.Check();
        var reports = new PoolReports(logger, _residents);
        _around = new(options, clock, new(options, clock, _residents, bytes => MakeRoom(bytes)), reports, _stopping.Token);
        _models = new(stores, _around);
        _routes = new(_models, options);
        _watching = Watch();
    }

    /// <summary>
    /// The live version of a model that scores customers: <c>beauty</c>, <c>beauty@candidate</c>, <c>beauty@7</c>, or null for the shop's own choice.
    /// Where a candidate is tried, the visitor (customer or session) decides whether it answers in place of production.
    /// </summary>
    public Lease<LiveModel> TakeModel(string tenant, string? reference = null, string? visitor = null) =>
        OnTrial((LiveModel)_routes.Take(new(tenant, reference ?? "", IsMatrix: false)), reference, visitor);

    /// <summary>The live version of a model, in an application that serves one shop.</summary>
    public Lease<LiveModel> Get(string reference, string? visitor = null) => TakeModel(OnlyShop, reference, visitor);

    /// <summary>The live version of a cross-sell matrix, in an application that serves one shop.</summary>
    public Lease<LiveMatrix> GetMatrix(string reference) => TakeMatrix(OnlyShop, reference);

    /// <summary>The live version of a cross-sell matrix, named in the same way.</summary>
    public Lease<LiveMatrix> TakeMatrix(string tenant, string? reference = null) => new((LiveMatrix)_routes.Take(new(tenant, reference ?? "", IsMatrix: true)));

    /// <summary>The same as <see cref="TakeModel"/>, waiting without a thread while it is loaded for the first time.</summary>
    public ValueTask<Lease<LiveModel>> TakeModelAsync(string tenant, string? reference = null, CancellationToken cancellationToken = default) =>
        TakeModelAsync(tenant, reference, visitor: null, cancellationToken);

    /// <summary>The same for a visitor.</summary>
    public async ValueTask<Lease<LiveModel>> TakeModelAsync(string tenant, string? reference, string? visitor, CancellationToken cancellationToken) =>
        OnTrial((LiveModel)await _routes.TakeAsync(new(tenant, reference ?? "", IsMatrix: false), cancellationToken), reference, visitor);

    /// <summary>The same as <see cref="TakeMatrix"/>, waiting without a thread while it is loaded for the first time.</summary>
    public async ValueTask<Lease<LiveMatrix>> TakeMatrixAsync(string tenant, string? reference = null, CancellationToken cancellationToken = default) =>
        new((LiveMatrix)await _routes.TakeAsync(new(tenant, reference ?? "", IsMatrix: true), cancellationToken));

    /// <summary>Tries a candidate on the traffic of what is live of a model, in place of the trial that it is in.</summary>
    public async Task BeginTrialAsync(string tenant, string model, TrialOptions options, CancellationToken cancellationToken)
    {
        options.Check();
        using var live = await TakeModelAsync(tenant, model, cancellationToken: cancellationToken);
        using var candidate = await TakeModelAsync(tenant, $"{model}@{options.Alias}", cancellationToken: cancellationToken);
        var watched = _models.All.Single(known => known.Tenant == tenant && known.Name == model);
        await _trials.Begin(new(watched, (watched.SlotOf(StoredModel.Production), watched.SlotOf(options.Alias)), options, _around));
    }

    /// <summary>Ends the trial of a model; where there is none, nothing happens.</summary>
    public Task EndTrialAsync(string tenant, string model) => _trials.End(tenant, model);

    /// <summary>How the trials go, of one tenant or of all.</summary>
    public IReadOnlyList<TrialStatus> Trials(string? tenant = null) => [.. _trials.All.Where(trial => tenant is null || trial.Model.Tenant == tenant).Select(trial => trial.Status())];

    /// <summary>How it stands with everything that is asked for, of one tenant or of all.</summary>
    public IReadOnlyList<ModelStatus> Status(string? tenant = null) =>
        [.. from model in _models.All
            where tenant is null || model.Tenant == tenant
            from slot in model.Slots
            orderby model.Tenant, model.Name, slot.Which
            select new ModelStatus(model.Tenant, model.Name, slot.Which, slot.Wanted, slot.Live?.Version, slot.Problem)];

    /// <summary>Looks at the store now instead of at the next turn, and waits until what was found is live or refused: for whoever promoted just now.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await Settled().WaitAsync(cancellationToken);   // what was being loaded before
        Look();
        await Settled().WaitAsync(cancellationToken);
    }

    /// <summary>Lets go of everything of a tenant, for example of one that was closed.</summary>
    public void Forget(string tenant)
    {
        foreach (var model in _models.All.Where(model => model.Tenant == tenant))
        {
            foreach (var slot in model.Slots) LetGo(model, slot);
        }
    }

    /// <summary>Stops watching and lets go of every version; those still read are unmapped by their last reader.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested) return;

        await _stopping.CancelAsync();
        await _watching;
        await Settled();
        foreach (var model in _models.All)
        {
            foreach (var slot in model.Slots) model.Remove(slot);
        }
        await _trials.DisposeAsync();
        _around.Reports.Dispose();
        _around.Dispose();
        _stopping.Dispose();
    }

    Task Settled() => Task.WhenAll(_models.All.Select(model => model.Work));

    // Its thread is its own: however busy questions keep all others, the store is looked at.
    Task Watch() => Task.Factory.StartNew(() =>
    {
        while (!_stopping.Token.WaitHandle.WaitOne(_around.Options.Poll)) LookOrReport();
    }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    // A look that fails is no reason to stop watching.
    void LookOrReport()
    {
        try
        {
            Look();
        }
        catch (Exception failure)
        {
            _around.Reports.LookFailed(failure);
        }
    }

    void Look()
    {
        var now = _around.Clock.GetTimestamp();
        foreach (var model in _models.All)
        {
            foreach (var slot in model.Slots) MarkUse(slot, now);
            model.Look();
        }
        foreach (var trial in _trials.All) trial.Look();
        _routes.LookAgain();
        _models.DropUnused();
        LetGoOfIdle(now);
        MakeRoom(0);
    }

    // Who names an alias or number means it.
    Lease<LiveModel> OnTrial(LiveModel live, string? reference, string? visitor)
    {
        if (_trials.Of(live) is not { } trial || reference?.Contains('@') == true) return new(live);

        var takesPart = trial.Includes(visitor);
        if (!takesPart || trial.Options.IsShadow || !trial.Candidate.Slot.TryTake(out var candidate)) return new(live, trial.Production, takesPart);

        live.LetGo();
        return new((LiveModel)candidate, trial.Candidate, takesPart);
    }

    static void MarkUse(Slot slot, long now)
    {
        if (slot.WasUsed) (slot.LastUsed, slot.WasUsed) = (now, false);
    }

    void LetGoOfIdle(long now)
    {
        if (_around.Options.Idle is not { } idle) return;

        foreach (var (model, slot) in Idle())
        {
            if (_around.Clock.GetElapsedTime(slot.LastUsed, now) >= idle) LetGo(model, slot);
        }
    }

    // What was asked for longest ago goes first, until there is room or everything left is being read.
    void MakeRoom(long bytes)
    {
        if (_residents.Bytes + bytes <= _around.Options.MemoryCap) return;

        foreach (var (model, slot) in Idle().OrderBy(idle => idle.Slot.LastUsed).ToArray())
        {
            if (_residents.Bytes + bytes <= _around.Options.MemoryCap) return;
            LetGo(model, slot);
        }
    }

    IEnumerable<(WatchedModel Model, Slot Slot)> Idle() =>
        from model in _models.All
        from slot in model.Slots
        where slot is { WasUsed: false, IsOnTrial: false, Live.Leases: 0 } && !(slot.IsProduction && _around.Options.Pinned.Contains(model.Tenant))
        select (model, slot);

    void LetGo(WatchedModel model, Slot slot)
    {
        _routes.Forget(slot);
        model.Remove(slot);
        _around.Reports.LetGo(model, slot);
    }
}
