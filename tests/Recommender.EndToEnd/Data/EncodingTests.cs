using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Recommender.EndToEnd.Data;

/// <summary>One shop, written down in every way that shops write: what is imported must be the same.</summary>
public sealed class EncodingTests(BuiltConsole console) : IClassFixture<BuiltConsole>
{
    const string Western = "Crème “Été” à 5 € – naïve Straße, Œuvre™";
    const string Latin = "Crème à l'été, 5 £ naïve Straße ½";

    [Fact]
    public async Task The_same_shop_gives_the_same_tables_in_every_encoding()
    {
        using var place = new TemporaryHome();
        var text = Shop(Western);
        await SameAsync(place,
        [
            ("utf-8.csv", Utf8(text)),
            ("utf-8 with a mark.csv", [0xEF, 0xBB, 0xBF, .. Utf8(text)]),
            ("utf-16 little.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)]),
            ("utf-16 big.csv", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)]),
            ("utf-16 little without a mark.csv", Encoding.Unicode.GetBytes(text)),
            ("utf-16 big without a mark.csv", Encoding.BigEndianUnicode.GetBytes(text)),
            ("windows-1252.csv", Windows1252(text)),
            ("windows line ends.csv", Utf8(text.Replace("\n", "\r\n", StringComparison.Ordinal))),
            ("packed.csv.gz", Gzip(Utf8(text))),
            ("packed utf-16.csv.gz", Gzip([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)])),
            ("packed without saying so.csv", Gzip(Windows1252(text))),
        ], Western);
    }

    [Fact]
    public async Task The_same_shop_gives_the_same_tables_in_latin_1()
    {
        using var place = new TemporaryHome();
        var text = Shop(Latin);
        await SameAsync(place, [("utf-8.csv", Utf8(text)), ("latin-1.csv", Encoding.Latin1.GetBytes(text)), ("latin-1.csv.gz", Gzip(Encoding.Latin1.GetBytes(text)))], Latin);
    }

    async Task SameAsync(TemporaryHome place, (string Name, byte[] Bytes)[] files, string name)
    {
        string[]? expected = null;
        foreach (var (file, bytes) in files)
        {
            await File.WriteAllBytesAsync(place.Path(file), bytes, TestContext.Current.CancellationToken);
            var import = (await console.ImportAsync(place.Path($"home of {file}"), place.Path(file))).Json;

            var tables = await TablesAsync(place.Path($"home of {file}"));
            Assert.True((expected ??= tables).SequenceEqual(tables), $"{file} gives other tables:\n{string.Join('\n', tables)}");
            Assert.Equal(40, import.GetProperty("rows_read").GetInt64());
            Assert.NotEmpty(HeldText.Find(import.GetProperty("folder").GetString()!, name));
        }
    }

    // Where a text came from is written in the profile, which is part of the snapshot's hash; the tables know nothing of it.
    async Task<string[]> TablesAsync(string home) =>
    [
        .. (await console.RunAsync(home, "data", "show", "--dataset", "shop", "--json")).Ends(0).Json.GetProperty("files").EnumerateArray()
            .Select(Describe).Where(file => file.StartsWith("purchases", StringComparison.Ordinal) || file.StartsWith("items", StringComparison.Ordinal) || file.StartsWith("customers", StringComparison.Ordinal)),
    ];

    static string Describe(JsonElement file) => $"{file.GetProperty("name")} {file.GetProperty("sha256")}";

    static string Shop(string item) => "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country\n" + string.Concat(
        Enumerable.Range(0, 40).Select(line => $"{536_365 + (line / 4)},{85_000 + (line % 7)},\"{(line % 7 == 0 ? item : $"Thing {line % 7}").Replace("\"", "\"\"", StringComparison.Ordinal)}\",{1 + (line % 3)},2010-12-{1 + (line % 20):00} 08:26:00,2.55,{17_850 + (line / 4)},Curaçao\n"));

    static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    static byte[] Windows1252(string text) => [.. text.Select(letter => letter switch
    {
        '€' => (byte)0x80,
        'Œ' => (byte)0x8C,
        '“' => (byte)0x93,
        '”' => (byte)0x94,
        '–' => (byte)0x96,
        '™' => (byte)0x99,
        _ => (byte)letter,
    })];

    static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(bytes);
        return packed.ToArray();
    }
}
