namespace Recommender.Worker.Telemetry.Requests;

/// <summary>The hundred that a status belongs to, as a label.</summary>
static class StatusClass
{
    public static string Of(int status) => (status / 100) switch
    {
        2 => "2xx",
        3 => "3xx",
        4 => "4xx",
        5 => "5xx",
        _ => "1xx",
    };
}
