namespace Recommender.Training.Views.Reports;

/// <summary>A customer without a name: how much they bought, the last basket, and what they would be shown.</summary>
sealed record ExampleCustomer(int Baskets, int Items, IReadOnlyList<ReportItem> Last, IReadOnlyList<ExampleItem> Shown);
