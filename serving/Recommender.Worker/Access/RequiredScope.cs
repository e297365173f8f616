namespace Recommender.Worker.Access;

/// <summary>What a caller must be allowed to for an endpoint to answer; null where anyone may call it.</summary>
sealed record RequiredScope(Scope? Scope);
