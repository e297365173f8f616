namespace Recommender.Worker.Problems;

/// <summary>What a problem is called, and what is wrong and how it is put right.</summary>
sealed record Words(string Title, string Message);
