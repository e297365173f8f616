namespace Recommender.Engine.Pool.Trials;

/// <summary>A question that was answered, to be asked of a candidate as well.</summary>
/// <param name="Answered">The items that the visitor got.</param>
/// <param name="Ask">Answers with another version.</param>
sealed record ShadowQuestion(IReadOnlyList<string> Answered, Func<LiveModel, IReadOnlyList<string>> Ask);
