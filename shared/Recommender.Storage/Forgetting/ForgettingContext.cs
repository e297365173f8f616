namespace Recommender.Storage.Forgetting;

/// <summary>What forgetting takes from outside: how a profile is written, the clock, and who is told what it waits for.</summary>
public sealed record ForgettingContext(ProfileRewriter RewriteProfile, TimeProvider Clock, Action<string> Says);
