namespace Recommender.Storage.Homes;

/// <summary>How far long work has come: bytes done of the total, and what is under way.</summary>
public readonly record struct WorkProgress(long Done, long Total, string Step);
