namespace Recommender.Engine.Answers;

/// <summary>One place of an answer.</summary>
/// <param name="Item">The item's id.</param>
/// <param name="Score">Higher is better; scores of different strategies do not compare.</param>
/// <param name="Strategy">How it came there.</param>
/// <param name="Evidence">What speaks for it, the strongest first; empty unless it was asked for.</param>
public sealed record AnsweredItem(string Item, float Score, Strategy Strategy, IReadOnlyList<Evidence> Evidence);
