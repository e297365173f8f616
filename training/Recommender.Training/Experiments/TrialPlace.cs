using Recommender.Core;
using Recommender.Storage.Homes;
using Recommender.Training.Terminal;

namespace Recommender.Training.Experiments;

/// <summary>Where recipes are measured anew: whose data, on how many threads, and who is told how far it is.</summary>
sealed record TrialPlace(HomeFolder Home, string Tenant, int Threads, IProgress<StepProgress> Progress)
{
    /// <summary>The key by which customers stand in models; without it nobody of a version can be recognised.</summary>
    public TenantKey Key => Home.Tenant(Tenant).Key
        ?? throw new UserErrorException($"The tenant '{Tenant}' has no key, so the customers of its models cannot be recognised. Put back the file 'key' from a backup.");
}
