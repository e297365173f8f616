namespace Recommender.Training.Trainers;

/// <summary>What a training run gets beside data and options.</summary>
sealed record TrainingContext
{
    /// <summary>Decides every random number of the run.</summary>
    public int Seed { get; init; } = 17;

    /// <summary>How many cores it may use; the result does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Told of every epoch.</summary>
    public IProgress<EpochReport>? Progress { get; init; }

    /// <summary>A former model of the same kind and over the same items and customers to begin from; a trainer that cannot use it begins anew.</summary>
    public WarmStart? WarmStart { get; init; }

    /// <summary>Ends the run with an exception within a second.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>For <see cref="Parallel"/> loops.</summary>
    public ParallelOptions Parallelism => new() { MaxDegreeOfParallelism = Threads, CancellationToken = Cancellation };

    /// <summary>The same context for another part of the work.</summary>
    public TrainingContext Quiet => this with { Progress = null };
}
