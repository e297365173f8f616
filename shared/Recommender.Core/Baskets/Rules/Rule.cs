namespace Recommender.Core.Baskets.Rules;

/// <summary>Who buys the antecedent also buys the consequent: items ascending on both sides.</summary>
public sealed record Rule(IReadOnlyList<int> Antecedent, IReadOnlyList<int> Consequent, RuleFigures Figures);
