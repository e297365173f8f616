namespace Recommender.Training.Views.Reports;

/// <summary>A search for the options of one trainer.</summary>
sealed record Search(string Trainer, IReadOnlyList<SearchTrial> Trials);
