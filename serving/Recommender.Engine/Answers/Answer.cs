namespace Recommender.Engine.Answers;

/// <summary>What a question got: every item comes from the version that is named.</summary>
/// <param name="Model">The model that answered.</param>
/// <param name="Version">Its version.</param>
/// <param name="Items">The items, best first.</param>
public sealed record Answer(string Model, int Version, IReadOnlyList<AnsweredItem> Items);
