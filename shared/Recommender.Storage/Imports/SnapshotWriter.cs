using Recommender.Storage.Snapshots;

namespace Recommender.Storage.Imports;

/// <summary>Writes the tables of a snapshot into its staging folder, each in a total order.</summary>
sealed class SnapshotWriter(Workshop workshop, StagingFolder staging, ImportReport report)
{
    static readonly (string View, string File)[] Tables =
        [("purchases", "purchases"), ("returns", "returns"), ("items", "items"), ("customers", "customers"), ("reject_list", "rejects")];

    /// <summary>Writes every table.</summary>
    /// <returns>Rows of each file.</returns>
    public IReadOnlyDictionary<string, long> Write(CancellationToken cancellationToken)
    {
        workshop.Run(SqlScript.Of<SnapshotWriter>("outputs"), cancellationToken);
        var rows = new Dictionary<string, long>();
        foreach (var (view, file) in Tables)
        {
            report.Step($"writing {file}");
            rows[$"{file}.parquet"] = ParquetTable.Write(workshop.Connection, $"FROM {view}", staging.File($"{file}.parquet"), cancellationToken);
        }
        return rows;
    }
}
