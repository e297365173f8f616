namespace Recommender.Training.Views.Reports;

/// <summary>One recommendation with the reason in words.</summary>
sealed record ExampleItem(ReportItem Item, string Reason);
