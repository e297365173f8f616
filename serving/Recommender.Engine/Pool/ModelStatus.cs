namespace Recommender.Engine.Pool;

/// <summary>How it stands with an alias or number that is asked for.</summary>
/// <param name="Tenant">The shop.</param>
/// <param name="Model">The model.</param>
/// <param name="Alias">The alias or number.</param>
/// <param name="Wanted">The version that should be live.</param>
/// <param name="Live">The version that answers; null for none.</param>
/// <param name="Problem">What is wrong, in a sentence for whoever runs the worker; null for nothing.</param>
public sealed record ModelStatus(string Tenant, string Model, string Alias, int? Wanted, int? Live, string? Problem);
