namespace Recommender.Worker.Telemetry.Health;

/// <summary>Something without which the worker cannot answer. A slice registers its own as a service.</summary>
/// <param name="Name">What it is, as in <c>state</c>.</param>
/// <param name="Problem">What is wrong with it now, in a sentence for whoever runs the worker; null for nothing. Quick: it is asked at each probe.</param>
sealed record ReadyCheck(string Name, Func<string?> Problem);
