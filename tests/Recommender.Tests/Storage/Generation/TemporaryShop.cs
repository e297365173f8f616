using System.IO.Compression;
using System.Text.Json.Nodes;
using Recommender.Storage.Generation;
using Xunit;

namespace Recommender.Tests.Storage.Generation;

/// <summary>A demo shop in a temporary folder, read back by the plainest means.</summary>
public sealed class TemporaryShop : IDisposable
{
    readonly string _root = Directory.CreateTempSubdirectory("demo-shop-").FullName;

    public TemporaryShop(GenerateOptions options)
    {
        Folder = Path.Combine(_root, "shop");
        Summary = ShopGenerator.Generate(options, Folder, cancellationToken: TestContext.Current.CancellationToken);
    }

    public string Folder { get; }

    public GenerateSummary Summary { get; }

    public JsonNode Truth => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "truth.json")))!;

    /// <summary>The rows of a file by column name.</summary>
    public IEnumerable<IReadOnlyDictionary<string, string>> Rows(string file)
    {
        using var reader = Open(file);
        var columns = reader.ReadLine()!.Split(',');
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            yield return columns.Select((column, i) => (column, cells[i])).ToDictionary(pair => pair.column, pair => pair.Item2);
        }
    }

    public IEnumerable<Purchase> Purchases() => Rows("purchases").Select(Purchase.From);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    StreamReader Open(string file)
    {
        var plain = Path.Combine(Folder, file + ".csv");
        return File.Exists(plain)
            ? new StreamReader(plain)
            : new StreamReader(new GZipStream(File.OpenRead(plain + ".gz"), CompressionMode.Decompress));
    }
}
