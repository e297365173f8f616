namespace Recommender.Storage.Imports;

/// <summary>What an import would understand: the mapping, the first lines as it would read them, and what it would reject of them.</summary>
public sealed record ImportPreview(
    Understanding Found, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows,
    IReadOnlyList<PreviewReject> Rejects, long Read, IReadOnlyList<string> Warnings);
