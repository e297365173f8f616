namespace Recommender.Worker.Access;

/// <summary>A token at the moment at which it is made, the only one at which its text is known.</summary>
sealed record NewToken(string Token, string Id, DateTime? Expires);
