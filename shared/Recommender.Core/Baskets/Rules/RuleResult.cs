namespace Recommender.Core.Baskets.Rules;

/// <summary>What a search for rules found.</summary>
/// <param name="Baskets">All baskets.</param>
/// <param name="Items">Items that could stand in them.</param>
/// <param name="MinCount">Baskets that a rule had to stand in.</param>
/// <param name="Rows">The best rules, best first.</param>
public sealed record RuleResult(int Baskets, int Items, int MinCount, IReadOnlyList<Rule> Rows)
{
    /// <summary>All frequent itemsets.</summary>
    public required long Itemsets { get; init; }

    /// <summary>All rules that passed every filter, kept or not.</summary>
    public required long Rules { get; init; }

    /// <summary>Which limit ended the search, and where; null when it is whole.</summary>
    public required string? Cut { get; init; }
}
