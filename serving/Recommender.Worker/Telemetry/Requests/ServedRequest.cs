namespace Recommender.Worker.Telemetry.Requests;

/// <summary>A request as the instruments name it. Each field is one of few values: nothing that a caller made up stands here.</summary>
/// <param name="Protocol"><see cref="Rest"/> or <see cref="Grpc"/>.</param>
/// <param name="Endpoint">The endpoint's or method's own name, as in <c>user-items</c>.</param>
/// <param name="Tenant">The name of a tenant that was let in; null for whoever was not.</param>
/// <param name="Started">What <see cref="RequestReports.Begin"/> gave when the request came.</param>
readonly record struct ServedRequest(string Protocol, string Endpoint, string? Tenant, long Started)
{
    public const string Rest = "rest";

    public const string Grpc = "grpc";
}
