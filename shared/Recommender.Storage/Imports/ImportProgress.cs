namespace Recommender.Storage.Imports;

/// <summary>How far an import is: the step, and where it is known the share done and the rows so far.</summary>
public sealed record ImportProgress(string Step, long? Rows = null, double? Share = null);
