using System.Globalization;
using System.Text.Json.Nodes;
using Recommender.Core.Baskets;
using Recommender.Core.Baskets.Itemsets;
using Spectre.Console;

namespace Recommender.Training.Views;

/// <summary>How many itemsets were found, by size.</summary>
sealed record ItemsetsView(BasketSet Baskets, MiningOptions Options, MiningResult Result, double Seconds)
{
    // Sizes without itemsets say nothing, and one giant closed set has ten thousands of them below it.
    IEnumerable<(int Items, long Itemsets)> Sizes => Result.BySize.Index().Where(size => size.Item > 0).Select(size => (size.Index + 1, size.Item));

    public JsonObject Json() => new()
    {
        ["baskets"] = Baskets.Count,
        ["items"] = Baskets.ItemCount,
        ["kind"] = Options.Kind.ToString().ToLowerInvariant(),
        ["min_count"] = Options.MinCount,
        ["itemsets"] = Result.Itemsets,
        ["by_size"] = new JsonObject(Sizes.Select(size => KeyValuePair.Create(size.Items.ToString(CultureInfo.InvariantCulture), (JsonNode?)size.Itemsets))),
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
        foreach (var (size, count) in Sizes) table.AddRow($"{size}", count.ToString("N0", CultureInfo.InvariantCulture));
        console.Write(table);
        screen.Written(file);
        if (Result.Itemsets == 0) console.MarkupLine("Nothing stands in so many baskets. Lower --min-support or --min-count.");
    }
}
