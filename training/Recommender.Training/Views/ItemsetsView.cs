using System.Globalization;
using System.Text.Json.Nodes;
using Recommender.Core.Baskets;
using Recommender.Core.Baskets.Itemsets;
using Recommender.Training.Terminal;
using Spectre.Console;

namespace Recommender.Training.Views;

/// <summary>How many itemsets were found, by size.</summary>
sealed record ItemsetsView(BasketSet Baskets, MiningOptions Options, MiningResult Result, double Seconds)
{
    public JsonObject Json() => new()
    {
        ["baskets"] = Baskets.Count,
        ["items"] = Baskets.ItemCount,
        ["kind"] = Options.Kind.ToString().ToLowerInvariant(),
        ["min_count"] = Options.MinCount,
        ["itemsets"] = Result.Itemsets,
        ["by_size"] = new JsonObject(Result.BySize.Index().Select(size => KeyValuePair.Create((size.Index + 1).ToString(CultureInfo.InvariantCulture), (JsonNode?)size.Item))),
        ["seconds"] = Seconds,
        ["cut"] = Result.Cut is not null,
        ["cut_by"] = Result.Cut,
    };

    public void Show(Screen screen, string? file)
    {
        var console = screen.Results;
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{Result.Itemsets:N0}[/] {Options.Kind.ToString().ToLowerInvariant()} itemsets in {Options.MinCount:N0} or more of {Baskets.Count:N0} baskets, {Baskets.ItemCount:N0} items, {Seconds:0.00} s");
        if (Result.Cut is not null) console.MarkupLineInterpolated($"[yellow]Cut: {Result.Cut}[/]");
        var table = Screen.Table("#items", "#itemsets");
        foreach (var (size, count) in Result.BySize.Index()) table.AddRow($"{size + 1}", count.ToString("N0", CultureInfo.InvariantCulture));
        console.Write(table);
        screen.Written(file);
        if (Result.Itemsets == 0) console.MarkupLine("Nothing stands in so many baskets. Lower --min-support or --min-count.");
    }
}
