namespace Recommender.Worker.Telemetry.Requests;

/// <summary>What gave an answer.</summary>
/// <param name="Model">The model.</param>
/// <param name="Version">Its version.</param>
readonly record struct AnsweredBy(string Model, int Version);
