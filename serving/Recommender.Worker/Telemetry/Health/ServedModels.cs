using Recommender.Engine.Pool;

namespace Recommender.Worker.Telemetry.Health;

/// <summary>How it stands with the models that are served.</summary>
/// <param name="Status">Everything that is asked for now.</param>
/// <param name="Pinned">The tenants whose production the worker is there for: without it, it is not ready. Those that come and go are theirs alone.</param>
sealed record ServedModels(Func<IReadOnlyList<ModelStatus>> Status, IReadOnlySet<string> Pinned);
