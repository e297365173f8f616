using Recommender.Engine.Pool;

namespace Recommender.Worker.Telemetry.Health;

/// <summary>How it stands with the worker.</summary>
/// <param name="IsReady">Whether questions should be sent to it.</param>
/// <param name="IsDraining">Whether it is ending, and answers only what is under way.</param>
/// <param name="Problems">What keeps it from being ready.</param>
/// <param name="Models">How it stands with each model.</param>
sealed record ReadyState(bool IsReady, bool IsDraining, IReadOnlyList<string> Problems, IReadOnlyList<ModelStatus> Models);
