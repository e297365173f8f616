namespace Recommender.Storage.Imports;

/// <summary>A line that the import would reject.</summary>
public sealed record PreviewReject(long Line, string? Column, string? Value, string Reason, string Cure);
