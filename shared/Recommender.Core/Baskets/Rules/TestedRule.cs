namespace Recommender.Core.Baskets.Rules;

/// <summary>A rule's test: what was expected, its p, and p times what its family asks for.</summary>
readonly record struct TestedRule(double Expected, double P, double Scaled);
