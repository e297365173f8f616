using System.Globalization;
using DuckDB.NET.Data;
using Recommender.Core;
using Recommender.Storage;
using Recommender.Storage.Cleaning;
using Recommender.Storage.Homes;
using Recommender.Storage.Imports;
using Recommender.Storage.Snapshots;
using Recommender.Storage.Sources;
using Recommender.Storage.Sources.Mapping;
using Xunit;

namespace Recommender.Tests.Storage.Imports;

/// <summary>A home of its own with source files beside it; imports into it and reads back what stands there.</summary>
public sealed class TemporaryImport : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public TemporaryImport()
    {
        Home = HomeFolder.Open(_folder.File("home"));
        Directory.CreateDirectory(Sources);
    }

    public HomeFolder Home { get; }

    /// <summary>The folder of the source files.</summary>
    public string Sources => _folder.File("sources");

    public SnapshotFolder Current => Home.Dataset("default", "shop").Current;

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Writes a source file and gives its path.</summary>
    public string Write(string name, params IEnumerable<string> lines)
    {
        var path = Path.Combine(Sources, name);
        File.WriteAllText(path, string.Concat(lines.Select(line => line + "\n")));
        return path;
    }

    /// <summary>A request with every cleaning step off, unless said otherwise.</summary>
    public static ImportRequest Request(params string[] paths) => new()
    {
        Sources = [.. paths.Select(path => new ImportSource.OfFile(path))],
        Tenant = "default",
        Dataset = "shop",
        Cleaning = CleaningOptions.Parse("off"),
        Resources = new(2, "512MB"),
    };

    public ImportResult Import(ImportRequest request) => new Importer(Home, new StoppedClock()).Run(request, _ => { }, progress: null, Cancelled);

    /// <summary>Imports the lines of one CSV file.</summary>
    public ImportResult Import(string clean, params IEnumerable<string> lines) =>
        Import(Request(Write("purchases.csv", lines)) with { Cleaning = CleaningOptions.Parse(clean) });

    /// <summary>Imports lines under a mapping, with every cleaning step off.</summary>
    public ImportResult ImportMapped(string yaml, params string[] paths) => Import(Request(paths) with { Mapping = MappingDocument.Parse(yaml, "shop.yaml") });

    /// <summary>What is wrong with a request, in the words its user reads.</summary>
    public string Refusal(ImportRequest request) => Assert.Throws<UserErrorException>(() => Import(request)).Message;

    public ImportPreview Preview(ImportRequest request) => new Importer(Home, new StoppedClock()).Preview(request, Cancelled);

    /// <summary>The rows of a table of the current snapshot, cells parted by |, in the order of their columns.</summary>
    public string[] Rows(string table, string columns = "*") => Rows(Current, table, columns);

    public static string[] Rows(SnapshotFolder snapshot, string table, string columns = "*") =>
        Query($"SELECT {columns} FROM read_parquet($path) ORDER BY ALL", ("path", Path.Combine(snapshot.Path, $"{table}.parquet")));

    public static string[] Query(string sql, params (string Name, object? Value)[] parameters)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        return [.. connection.Query(sql, reader => string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i)))), Cancelled, parameters)];
    }

    public void Dispose() => _folder.Dispose();

    static string Text(object value) => value switch
    {
        DBNull => "",
        decimal number => number.ToString("0.######", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => $"{value}",
    };
}
