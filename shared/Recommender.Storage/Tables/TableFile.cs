using Recommender.Core;
using Recommender.Core.Store;
using Recommender.Storage.Homes;

namespace Recommender.Storage.Tables;

/// <summary>A table as a file whose name says how: .csv, .json or .parquet. It appears whole or not at all.</summary>
public static class TableFile
{
    static readonly string[] Known = [".csv", ".json", ".parquet"];

    /// <summary>Sees that the file can be written to, before work is spent on what goes into it.</summary>
    public static void Prepare(string path)
    {
        if (string.IsNullOrWhiteSpace(path) || Directory.Exists(path) || !Known.Contains(Kind(path)))
            throw new UserErrorException($"'{path}' does not say what kind of table is wanted. Name a file that ends in {string.Join(", ", Known)}.");

        Probe(path);
    }

    /// <summary>Makes the folder of any file and sees that it can be written to.</summary>
    public static void Probe(string path)
    {
        var folder = FolderOf(path);
        WriteFailure.Explain(folder, () =>
        {
            Directory.CreateDirectory(folder);
            using var probe = new FileStream(StagingName.Next(folder), new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose });
        });
    }

    /// <summary>Writes the rows that <paramref name="fill"/> gives.</summary>
    public static void Write(HomeFolder home, string path, IReadOnlyList<TableColumn> columns, Action<IRowWriter> fill, CancellationToken cancellationToken)
    {
        if (Kind(path) == ".parquet") WriteParquet(home, path, columns, fill, cancellationToken);
        else DurableFile.Write(path, stream => WriteText(stream, Kind(path) == ".json", columns, fill));
    }

    static void WriteText(Stream stream, bool isJson, IReadOnlyList<TableColumn> columns, Action<IRowWriter> fill)
    {
        if (isJson)
        {
            using var json = new JsonRows(stream, columns);
            fill(json);
            json.End();
            return;
        }

        var csv = new CsvRows(stream, columns);
        fill(csv);
        csv.Flush();
    }

    static void WriteParquet(HomeFolder home, string path, IReadOnlyList<TableColumn> columns, Action<IRowWriter> fill, CancellationToken cancellationToken)
    {
        var hidden = StagingName.Next(FolderOf(path));
        using var database = new WorkDatabase(home);
        using var rows = new ParquetRows(database.Connection, columns, cancellationToken);
        fill(rows);
        WriteFailure.Explain(FolderOf(path), () =>
        {
            try
            {
                rows.Save(hidden, cancellationToken);
                DurableFile.Flush(hidden);
                File.Move(hidden, path, overwrite: true);
            }
            finally
            {
                File.Delete(hidden);
            }
        });
    }

    static string Kind(string path) => Path.GetExtension(path).ToLowerInvariant();

    static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;
}
