using System.Text;
using DuckDB.NET.Data;
using Recommender.Core;
using Recommender.Storage.Imports;

namespace Recommender.Storage.Sources.Raw;

/// <summary>Brings sources into the workshop as text, one table a logical file; records that cannot be taken apart go to the rejects.</summary>
sealed class RawLoader(Workshop workshop, ImportReport report)
{
    const int ReportEvery = 1 << 14;

    int _files;
    int _tables;

    /// <summary>Loads the sources of one logical file; their columns are united by name.</summary>
    /// <param name="limit">Records to take from each source at the most: a preview needs few.</param>
    public RawTable Load(string name, IReadOnlyList<OpenedSource> sources, long limit, CancellationToken cancellationToken)
    {
        var columns = sources.SelectMany(source => ColumnsOf(source, cancellationToken)).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        var table = $"raw_{_tables++}";
        workshop.Run($"CREATE TABLE {table} (\"#file\" INTEGER, \"#line\" BIGINT, {string.Join(", ", columns.Select(column => $"{DuckDBText.Identifier(column)} VARCHAR"))})",
            cancellationToken);

        long broken = 0;
        var plain = new bool[columns.Length];
        Array.Fill(plain, true);
        foreach (var source in sources)
        {
            var file = _files++;
            workshop.Run("INSERT INTO files VALUES ($file, $name)", cancellationToken, ("file", file), ("name", source.Label));
            if (source.ParquetPath is not null)
            {
                LoadParquet(source, file, table, limit, cancellationToken);
                Array.Clear(plain);
            }
            else
            {
                broken += LoadRecords(source, file, (table, columns, plain), limit, cancellationToken);
            }
        }
        var rows = workshop.Count($"SELECT count(*) FROM {table}", cancellationToken);
        return new(name, string.Join(", ", sources.Select(source => source.Label)), table, columns, columns.Where((_, i) => plain[i]).ToHashSet(), rows, broken);
    }

    IReadOnlyList<string> ColumnsOf(OpenedSource source, CancellationToken cancellationToken)
    {
        if (source.Records is not null) return source.Records.Columns;
        try
        {
            return workshop.Rows("SELECT column_name FROM (DESCRIBE FROM read_parquet($path))", reader => reader.GetString(0), cancellationToken, ("path", source.ParquetPath));
        }
        catch (DuckDBException e)
        {
            throw new UserErrorException($"'{source.Label}' cannot be read as Parquet ({FirstLine(e.Message)}): write it again, or name another file.", e);
        }
    }

    void LoadParquet(OpenedSource source, int file, string table, long limit, CancellationToken cancellationToken)
    {
        var columns = ColumnsOf(source, cancellationToken);
        var names = string.Join(", ", columns.Select(DuckDBText.Identifier));
        var texts = string.Join(", ", columns.Select(column => $"CAST({DuckDBText.Identifier(column)} AS VARCHAR)"));
        try
        {
            workshop.Run(
                $"INSERT INTO {table} (\"#file\", \"#line\", {names}) SELECT $file, file_row_number + 1, {texts} FROM read_parquet($path, file_row_number = true) LIMIT $limit",
                cancellationToken, ("file", file), ("path", source.ParquetPath), ("limit", limit));
        }
        catch (DuckDBException e)
        {
            throw new UserErrorException($"'{source.Label}' cannot be read as Parquet ({FirstLine(e.Message)}): write it again, or name another file.", e);
        }
    }

    long LoadRecords(OpenedSource source, int file, (string Name, string[] Columns, bool[] Plain) table, long limit, CancellationToken cancellationToken)
    {
        var records = source.Records!;
        int[] places = [.. records.Columns.Select(column => 2 + Array.FindIndex(table.Columns, own => own.Equals(column, StringComparison.OrdinalIgnoreCase)))];
        int[] absent = [.. Enumerable.Range(2, table.Columns.Length).Except(places)];
        long rows = 0, broken = 0;
        using var writer = workshop.Connection.CreateChunkWriter(table.Name);
        using var rejects = workshop.Connection.CreateChunkWriter("rejects");
        while (rows + broken < limit && records.Read())
        {
            if (FaultOf(records) is { } fault)
            {
                broken++;
                Reject(rejects, file, records, fault);
            }
            else
            {
                rows++;
                Copy(writer, file, records, (places, absent, table.Plain));
            }
            if ((rows + broken) % ReportEvery != 0) continue;

            cancellationToken.ThrowIfCancellationRequested();
            report.Reading(source.Label, rows + broken, records.BytesRead, records.TotalBytes);
        }
        writer.Complete();
        rejects.Complete();
        report.Reading(source.Label, rows + broken, records.BytesRead, records.TotalBytes);
        return broken;
    }

    static RecordFault? FaultOf(RecordReader records)
    {
        if (records.Fault is { } fault) return fault;
        if (records.FieldCount == records.Columns.Count) return null;

        return new(
            $"it has {records.FieldCount} fields and the header {records.Columns.Count}",
            records.FieldCount > records.Columns.Count
                ? "quote the field that holds a delimiter, or take out the delimiter at its end"
                : "write every field of the line, blank ones too");
    }

    static void Copy(DuckDBChunkWriter writer, int file, RecordReader records, (int[] Places, int[] Absent, bool[] Plain) columns)
    {
        writer.Value(0, file);
        writer.Value(1, records.Line);
        for (var i = 0; i < columns.Places.Length; i++)
        {
            var field = records.Field(i);
            var place = columns.Places[i];
            if (field.IsEmpty)
            {
                writer.Null(place);
                continue;
            }
            columns.Plain[place - 2] &= PlainText.Is(field);
            writer.Text(place, field);
        }
        foreach (var column in columns.Absent) writer.Null(column);
        writer.EndRow();
    }

    static void Reject(DuckDBChunkWriter writer, int file, RecordReader records, RecordFault fault)
    {
        writer.Value(0, file);
        writer.Value(1, records.Line);
        writer.Null(2);
        writer.Text(3, Encoding.UTF8.GetBytes(records.RawText));
        writer.Text(4, Encoding.UTF8.GetBytes(fault.Reason));
        writer.Text(5, Encoding.UTF8.GetBytes(fault.Cure));
        writer.Null(6);
        writer.EndRow();
    }

    static string FirstLine(string text) => text.Split('\n')[0].TrimEnd('.', ' ');
}
