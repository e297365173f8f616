using Recommender.Worker.Grpc.Wire;

namespace Recommender.Worker.Grpc.Calls;

/// <summary>What holds for every call.</summary>
sealed record CallSettings
{
    /// <summary>How long messages may be.</summary>
    public MessageLimits Limits { get; init; } = new();

    /// <summary>The time, by which deadlines pass.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
