namespace Recommender.Training.Views.Reports;

/// <summary>A rule: who buys the one side also buys the other.</summary>
sealed record ReportRule(IReadOnlyList<ReportItem> If, IReadOnlyList<ReportItem> Then, RuleStrength Strength);
