namespace Recommender.Worker.Problems;

/// <summary>What a refusal an exception is; null when it is not known here. A slice registers its own as a service.</summary>
delegate Problem? ExceptionProblem(Exception exception);
