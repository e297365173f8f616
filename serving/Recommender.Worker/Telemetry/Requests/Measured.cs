namespace Recommender.Worker.Telemetry.Requests;

/// <summary>What the instruments call an endpoint. It stands in the endpoint's metadata, so that requests which never reach it are counted under its name too.</summary>
/// <param name="Protocol"><see cref="ServedRequest.Rest"/> or <see cref="ServedRequest.Grpc"/>.</param>
/// <param name="Name">Its own name, as in <c>user-items</c>.</param>
sealed record Measured(string Protocol, string Name);
