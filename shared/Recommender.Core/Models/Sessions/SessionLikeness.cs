namespace Recommender.Core.Models.Sessions;

/// <summary>A past session with how like the present one it is.</summary>
readonly record struct SessionLikeness(int Session, float Likeness);
