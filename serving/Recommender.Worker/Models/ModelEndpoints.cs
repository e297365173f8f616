using Recommender.Worker.Api;

namespace Recommender.Worker.Models;

/// <summary>The endpoints about what is stored and what is live.</summary>
static class ModelEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } = [ListModels.Endpoint, ShowModel.Endpoint, CompareVersions.Endpoint, ModelChanges.Promote, ModelChanges.Rollback];
}
