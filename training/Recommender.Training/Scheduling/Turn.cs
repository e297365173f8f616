namespace Recommender.Training.Scheduling;

/// <summary>The next thing to do for a pipeline: the moment, the time of the table it stands for, and which attempt at it this is.</summary>
sealed record Turn(DateTimeOffset At, DateTimeOffset Due, int Attempt);
