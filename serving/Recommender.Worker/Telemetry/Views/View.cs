using Recommender.Worker.Problems;

namespace Recommender.Worker.Telemetry.Views;

/// <summary>What somebody may see.</summary>
/// <param name="OnlyTenant">The tenant whose figures and models these are; null for all, and for those of the process.</param>
/// <param name="Refusal">Why it is nothing at all; null where it is something.</param>
readonly record struct View(string? OnlyTenant, Problem? Refusal);
