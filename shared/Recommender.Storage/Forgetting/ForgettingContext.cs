namespace Recommender.Storage.Forgetting;

/// <summary>What forgetting takes from outside: how a profile is written, and the clock.</summary>
public sealed record ForgettingContext(ProfileRewriter RewriteProfile, TimeProvider Clock);
