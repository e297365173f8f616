namespace Recommender.Engine.Pool;

/// <summary>What a question asks for: the tenant, the reference as it was written (empty for the shop's own choice), and the kind.</summary>
readonly record struct Route(string Tenant, string Reference, bool IsMatrix)
{
    public bool Means(LiveVersion version) => version is LiveMatrix == IsMatrix;
}
