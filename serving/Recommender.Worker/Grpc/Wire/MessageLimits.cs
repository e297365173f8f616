namespace Recommender.Worker.Grpc.Wire;

/// <summary>How long messages may be, in bytes and unpacked.</summary>
sealed record MessageLimits
{
    /// <summary>Of a request.</summary>
    public int LongestRequest { get; init; } = 4 << 20;

    /// <summary>Of an answer. Clients take 4 MB unless told otherwise.</summary>
    public int LongestAnswer { get; init; } = 4 << 20;
}
