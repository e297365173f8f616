using Recommender.Core;
using Recommender.Core.Interactions;
using Recommender.Core.Store;
using Recommender.Storage.Homes;
using Recommender.Training.Experiments;
using Recommender.Training.Pipelines.Documents;
using Recommender.Training.Scheduling;

namespace Recommender.Training.Pipelines;

/// <summary>In what a pipeline runs: its file, its home and tenant, and what it may use of the machine.</summary>
sealed record RunSetting(PipelineFile File, HomeFolder Home, string Tenant, int Threads)
{
    /// <summary>How long to wait for another writer of the home.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(10);

    /// <summary>Told in a sentence what a person should know on the way.</summary>
    public required Action<string> Say { get; init; }

    /// <summary>Whether every step is done again, whatever was done before.</summary>
    public bool IsFresh { get; init; }

    /// <summary>What time it is.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The models of the tenant.</summary>
    public ModelStore Store => TenantModels.Of(Home, Tenant);

    /// <summary>What the file says.</summary>
    public Pipeline Pipeline => File.Pipeline;

    /// <summary>Where the pipeline keeps the steps that were done.</summary>
    public string Steps => Path.Combine(Runs.Of(Pipeline.Name), "steps");

    RunsFolder Runs => Home.RunsOf(Tenant);

    /// <summary>The level as manifests name it.</summary>
    public string? LevelName => Pipeline.Level == Level.Item ? null : Pipeline.Level.ToString().ToLowerInvariant();

    /// <summary>A line for a model's history.</summary>
    public HistoryNote Note(string why) => SignedNote.Of(Clock, why);

    /// <summary>The right to write under the home.</summary>
    public WriterLock Writer(CancellationToken cancellationToken) => WriterLock.Acquire(Home, "run", Wait, Say, cancellationToken);

    /// <summary>The right to run this pipeline: one run of it at a time.</summary>
    public PipelineLock Hold() => PipelineLock.TryAcquire(Runs, Pipeline.Name)
        ?? throw new UserErrorException($"The pipeline '{Pipeline.Name}' is running ({PipelineLock.Runner(Runs, Pipeline.Name)}); one run at a time. Try again when it has ended.");

    /// <summary>The tenant's key, made when it has none.</summary>
    public TenantKey Key(CancellationToken cancellationToken)
    {
        if (Home.Tenant(Tenant).Key is { } known) return known;

        using var writer = Writer(cancellationToken);
        return TenantKey.Ensure(Home.Tenant(Tenant), writer);
    }
}
