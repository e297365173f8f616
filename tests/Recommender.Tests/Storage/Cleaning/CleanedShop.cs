using Recommender.Storage.Cleaning;
using Recommender.Storage.Imports;
using Recommender.Tests.Storage.Imports;

namespace Recommender.Tests.Storage.Cleaning;

/// <summary>Hand-made lines through single cleaning steps.</summary>
public sealed class CleanedShop : IDisposable
{
    public const string Header = "order,customer,item,quantity,amount,date,status,name";

    readonly TemporaryImport _import = new();

    /// <summary>Imports lines with the named steps on and all others off.</summary>
    public ImportResult Clean(string steps, params IEnumerable<string> lines) => Clean(Only(steps), lines);

    public ImportResult Clean(CleaningOptions options, params IEnumerable<string> lines) =>
        _import.Import(TemporaryImport.Request(_import.Write("purchases.csv", [Header, .. lines])) with
        {
            Cleaning = options,
            Columns = new Dictionary<string, string> { ["cancelled"] = "status" },
        });

    public static CleaningOptions Only(string steps) => new() { Steps = steps.Split(',', StringSplitOptions.RemoveEmptyEntries) };

    public string[] Kept(string columns = "order_id") => _import.Rows("purchases", columns);

    public string[] Apart(string columns = "order_id, fate") => _import.Rows("returns", columns);

    public string[] Items(string columns) => _import.Rows("items", columns);

    /// <summary>The counts that are not zero.</summary>
    public static string[] Counts(ImportResult result) => [.. result.Profile.Counts.Where(count => count.Value > 0).Select(count => $"{count.Key} {count.Value}")];

    public void Dispose() => _import.Dispose();
}
