namespace Recommender.Storage.Imports;

/// <summary>How a source was understood: its files, the mapping of each table, and how it writes dates and numbers.</summary>
/// <param name="Preset">The known export that was recognised, if any.</param>
public sealed record Understanding(
    string? Preset, IReadOnlyList<UnderstoodFile> Files, IReadOnlyList<UnderstoodColumn> Columns, string Dates, string Numbers, string TimeZone);
