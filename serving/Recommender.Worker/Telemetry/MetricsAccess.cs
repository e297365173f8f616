namespace Recommender.Worker.Telemetry;

/// <summary>Who sees the metrics and the details of readiness. Whoever shows a token sees what is their tenant's, always.</summary>
enum MetricsAccess
{
    /// <summary>Without a token whoever asks from this machine, and sees everything.</summary>
    Local,

    /// <summary>Nobody without a token.</summary>
    Token,

    /// <summary>Without a token everybody who reaches the port, and sees everything: for networks of one's own.</summary>
    Anyone,
}
