namespace Recommender.Training.Pipelines.Steps;

/// <summary>One step of a run: whether it was done before, and how long it took.</summary>
sealed record StepReport(string Step, bool IsCached, double Seconds);
