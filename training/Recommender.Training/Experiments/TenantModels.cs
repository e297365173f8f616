using Recommender.Core.Store;
using Recommender.Storage.Homes;

namespace Recommender.Training.Experiments;

/// <summary>Where the models of a tenant live in a home.</summary>
static class TenantModels
{
    public static ModelStore Of(HomeFolder home, string tenant) => new(Path.Combine(home.Models, home.Tenant(tenant).Name));
}
