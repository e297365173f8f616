using Recommender.Core;
using Recommender.Storage.Postgres;
using Recommender.Storage.Sources.Excel;
using Recommender.Storage.Sources.Text;

namespace Recommender.Storage.Sources.Raw;

/// <summary>Opens a source by what it is, whatever its name says.</summary>
static class SourceOpener
{
    public static OpenedSource Open(ImportSource source, CsvOptions options, CancellationToken cancellationToken) => source switch
    {
        ImportSource.OfFile file => OpenFile(file, options, cancellationToken),
        ImportSource.OfPostgres postgres => OpenPostgres(postgres, cancellationToken),
        _ => throw new InvalidOperationException($"{source.GetType().Name} is no known source."),
    };

    static OpenedSource OpenFile(ImportSource.OfFile file, CsvOptions options, CancellationToken cancellationToken)
    {
        var label = Path.GetFileName(file.Path);
        switch (FileKinds.Of(file.Path))
        {
            case FileKind.Parquet:
                return new(label, "parquet", "Parquet") { ParquetPath = file.Path };
            case FileKind.Excel:
                return new(label, "excel", $"Excel, {(file.Sheet is null ? "first sheet" : $"sheet '{file.Sheet}'")}") { Records = ExcelFile.Open(file.Path, file.Sheet) };
            default:
                if (file.Sheet is not null) throw new UserErrorException($"--sheet '{file.Sheet}' goes with Excel workbooks only; '{file.Path}' is none.");
                var dialect = CsvFile.Inspect(file.Path, options, cancellationToken);
                return new(label, "csv", dialect.ToString()) { Records = CsvFile.Open(file.Path, dialect, options) };
        }
    }

    // Records are read one after another on this thread, so opening waits here too.
    static OpenedSource OpenPostgres(ImportSource.OfPostgres postgres, CancellationToken cancellationToken)
    {
        var opening = postgres.Table is { } table
            ? PostgresTable.OpenTableAsync(postgres.Address, table, cancellationToken)
            : PostgresTable.OpenQueryAsync(postgres.Address, postgres.Query ?? "", cancellationToken);
        return new(postgres.Table ?? "query", "postgres", $"PostgreSQL {postgres.Address}, binary COPY") { Records = opening.GetAwaiter().GetResult() };
    }
}
