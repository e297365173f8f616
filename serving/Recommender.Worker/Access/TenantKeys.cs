namespace Recommender.Worker.Access;

/// <summary>What a tenant's servers send along: shown once.</summary>
sealed record TenantKeys(Guid ApiId, string Secret);
