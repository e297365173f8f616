namespace Recommender.Engine.Merchandising;

/// <summary>Where the items of a list come from.</summary>
/// <param name="Blocks">The strategies, the surest first; scores compare inside a block alone, and a block is used up before the next.</param>
/// <param name="NewItems">Items that are new, for the places that a rule keeps for such; null where nobody knows any.</param>
public sealed record CandidateSources(IReadOnlyList<CandidateSource> Blocks, CandidateSource? NewItems = null);
