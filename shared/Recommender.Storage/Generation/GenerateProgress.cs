namespace Recommender.Storage.Generation;

/// <summary>How many lines are written, of how many.</summary>
public readonly record struct GenerateProgress(long Lines, long Of);
