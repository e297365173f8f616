using DuckDB.NET.Data;
using Recommender.Storage.Generation;
using Recommender.Storage.Homes;
using Recommender.Storage.Imports;
using Recommender.Storage.Sources;

namespace Recommender.Benchmarks;

/// <summary>A whole import (read, type, clean, write, scan, publish) beside DuckDB's own count of the same file.</summary>
static class Import
{
    const long GeneratedLines = 2_000_000;
    const int Rounds = 3;

    public static void Run(TextWriter output, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("recommender-benchmark-");
        try
        {
            output.WriteLine("Median of three rounds. Ratio: time of the whole import over the time DuckDB's read_csv takes to count the rows of the same file.");
            output.WriteLine();
            output.WriteLine("| file | MB as text | rows | import s | rows/s | MB/s | read_csv count s | ratio |");
            output.WriteLine("|---|---|---|---|---|---|---|---|");
            var retail = ProjectRoot.Path("../shared/data/online-retail-ii.csv.gz");
            if (File.Exists(retail)) Measure(output, "online-retail-ii.csv.gz", retail, folder.FullName, cancellationToken);

            var shop = Path.Combine(folder.FullName, "shop");
            ShopGenerator.Generate(new() { Lines = GeneratedLines }, shop, progress: null, cancellationToken);
            Measure(output, "generated beauty", Path.Combine(shop, "purchases.csv"), folder.FullName, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static void Measure(TextWriter output, string name, string file, string folder, CancellationToken cancellationToken)
    {
        long rows = 0;
        var import = Measured.Repeat(Rounds, () =>
        {
            var home = Directory.CreateDirectory(Path.Combine(folder, "home"));
            var request = new ImportRequest { Sources = [new ImportSource.OfFile(file)], Tenant = HomeFolder.DefaultTenant, Dataset = "shop" };
            rows = new Importer(HomeFolder.Open(home.FullName), TimeProvider.System).Run(request, _ => { }, progress: null, cancellationToken).Snapshot.Manifest.RowsRead;
            home.Delete(recursive: true);
        }, cancellationToken);
        var count = Measured.Repeat(Rounds, () => Count(file), cancellationToken);
        var megabytes = Length(file) / 1e6;
        output.WriteLine($"| {name} | {megabytes:N0} | {rows:N0} | {import.Median.TotalSeconds:0.0} | {import.PerSecond(rows):N0} | {import.PerSecond(megabytes):0.0} | {count.Median.TotalSeconds:0.00} | {import.Median / count.Median:0.0} |");
    }

    static void Count(string file)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM read_csv($file, all_varchar = true)";
        command.Parameters.Add(new DuckDBParameter("file", file));
        command.ExecuteScalar();
    }

    static long Length(string file)
    {
        if (!file.EndsWith(".gz", StringComparison.Ordinal)) return new FileInfo(file).Length;

        using var content = new System.IO.Compression.GZipStream(File.OpenRead(file), System.IO.Compression.CompressionMode.Decompress);
        var buffer = new byte[1 << 16];
        long length = 0;
        for (int read; (read = content.Read(buffer)) > 0; length += read) { }
        return length;
    }
}
