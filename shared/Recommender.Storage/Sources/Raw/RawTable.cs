namespace Recommender.Storage.Sources.Raw;

/// <summary>One file of the source as text in the workshop: a table with the columns <c>#file</c>, <c>#line</c> and those of the file.</summary>
/// <param name="Name">Logical name: <c>purchases</c>, or what the mapping calls it.</param>
/// <param name="Label">What a person calls it: the file's name.</param>
/// <param name="Sql">Name of the table in the workshop.</param>
/// <param name="Rows">Records that became rows.</param>
/// <param name="Plain">Columns whose every text can be taken as it stands.</param>
/// <param name="Broken">Records that could not be taken apart and went to the rejects.</param>
sealed record RawTable(string Name, string Label, string Sql, IReadOnlyList<string> Columns, IReadOnlySet<string> Plain, long Rows, long Broken)
{
    /// <summary>The column as the file writes it, found without regard to case.</summary>
    public string? Find(string column) =>
        Columns.FirstOrDefault(own => own.Equals(column.Trim(), StringComparison.OrdinalIgnoreCase));
}
