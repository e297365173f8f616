using System.Text;
using Recommender.Storage.Sources;
using Recommender.Storage.Sources.Text;
using Xunit;

namespace Recommender.Tests.Storage.Sources.Text;

/// <summary>Everything that a reader said of a file.</summary>
sealed record ReadTable(IReadOnlyList<string> Columns, List<string[]> Records, List<long> Lines, List<(long Line, string Reason, string Raw)> Faults)
{
    public static ReadTable Of(string path, CsvOptions options)
    {
        var dialect = CsvFile.Inspect(path, options, TestContext.Current.CancellationToken);
        using var reader = CsvFile.Open(path, dialect, options);
        return Of(reader);
    }

    public static ReadTable Of(RecordReader reader)
    {
        var table = new ReadTable(reader.Columns, [], [], []);
        while (reader.Read())
        {
            if (reader.Fault is { } fault)
            {
                table.Faults.Add((reader.Line, fault.Reason, reader.RawText));
                continue;
            }
            table.Records.Add([.. Enumerable.Range(0, reader.FieldCount).Select(index => Encoding.UTF8.GetString(reader.Field(index)))]);
            table.Lines.Add(reader.Line);
        }
        return table;
    }
}
