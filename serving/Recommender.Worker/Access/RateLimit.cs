namespace Recommender.Worker.Access;

/// <summary>How many requests a tenant may make.</summary>
/// <param name="PerSecond">Requests a second in the long run.</param>
/// <param name="Burst">Requests that may come at once after a pause.</param>
sealed record RateLimit(double PerSecond, int Burst)
{
    /// <summary>More than one machine answers: it stops a runaway client, and nobody else.</summary>
    public static readonly RateLimit Usual = new(20_000, 40_000);
}
