namespace Recommender.Training.Views.Reports.Plots;

/// <summary>The words of a picture: its title, what one sees in it, and the same told to those who do not see it.</summary>
sealed record PlotText(string Title, string Caption, string Told);
