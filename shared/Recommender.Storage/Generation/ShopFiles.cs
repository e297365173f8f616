using System.Text.Encodings.Web;
using System.Text.Json;

namespace Recommender.Storage.Generation;

/// <summary>The files of a demo shop: data as CSV, plain or gzip, and the truth beside it.</summary>
sealed class ShopFiles
{
    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly IShop _shop;
    readonly GenerateOptions _options;
    readonly OutputFolder _output;
    readonly CsvBuffer _text = new();
    readonly FileStream _purchases;
    readonly FileStream _customers;
    readonly FileStream _customerTruth;

    public ShopFiles(IShop shop, GenerateOptions options, OutputFolder output)
    {
        (_shop, _options, _output) = (shop, options, output);
        _purchases = CreateData("purchases", OrderWriter.Columns);
        _customers = CreateData("customers", shop.CustomerColumns);
        _customerTruth = output.Create(shop.CustomerTruth.File);
        _customerTruth.Write(_text.Fresh().Line([.. shop.CustomerTruth.Columns]).Written);
        WriteItems();
    }

    public void Write(ShopBlock block)
    {
        _purchases.Write(block.Purchases.Written);
        _customers.Write(block.Customers.Written);
        _customerTruth.Write(block.Truth.Written);
    }

    /// <summary>Writes truth.json and the truth files that only the counts of the whole shop can fill.</summary>
    public void WriteTruth(ShopCounts counts)
    {
        var extra = new Dictionary<string, CsvBuffer>();
        var own = _shop.Truth(counts, name => extra[name] = new CsvBuffer());
        foreach (var (name, text) in extra) _output.Create(name).Write(text.Written);

        var truth = TruthDocument.Describe(_options, _shop, counts);
        foreach (var (name, value) in own) truth[name] = value?.DeepClone();
        _output.Create(OutputFolder.Mark).Write(JsonSerializer.SerializeToUtf8Bytes(truth, Readable));
    }

    void WriteItems()
    {
        ItemFile.Write(_shop.Items, _shop.Calendar, _text.Fresh());
        CreateData("items").Write(Encoded(_text));
    }

    FileStream CreateData(string name, IReadOnlyList<string> columns)
    {
        var file = CreateData(name);
        file.Write(Encoded(_text.Fresh().Line([.. columns])));
        return file;
    }

    FileStream CreateData(string name) => _output.Create(name + (_options.Format == ShopFormat.CsvGzip ? ".csv.gz" : ".csv"));

    ReadOnlySpan<byte> Encoded(CsvBuffer text)
    {
        if (_options.Format == ShopFormat.CsvGzip) text.Compress();
        return text.Written;
    }
}
