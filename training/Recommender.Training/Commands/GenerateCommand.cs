using System.CommandLine;
using System.Text.Json.Nodes;
using Recommender.Storage.Generation;
using Recommender.Training.Terminal;
using Spectre.Console;

namespace Recommender.Training.Commands;

/// <summary><c>recommender generate beauty --lines 1000000 --out shops/beauty</c></summary>
static class GenerateCommand
{
    static readonly GenerateOptions Defaults = new();

    public static Command Create()
    {
        var shop = new Argument<string>("shop") { Description = $"Which demo shop: {string.Join(" or ", ShopNames.All)}." };
        var lines = new Option<long>("--lines") { Description = "Lines of purchases.", HelpName = "n", DefaultValueFactory = _ => Defaults.Lines };
        var seed = new Option<long>("--seed") { Description = "The same seed gives the same bytes.", HelpName = "n", DefaultValueFactory = _ => Defaults.Seed };
        var output = new Option<string>("--out") { Description = "Folder that gets the shop.", HelpName = "folder", Required = true };
        var end = new Option<DateOnly>("--end") { Description = "Last day of the history.", HelpName = "date", DefaultValueFactory = _ => Defaults.End };
        var format = new Option<string>("--format") { Description = "csv or csv.gz.", HelpName = "format", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong("csv", "csv.gz");
        var clean = new Option<bool>("--no-dirt") { Description = "Leave out returns, anonymous baskets, postage, duplicates and bulk purchases." };
        var plain = new Option<bool>("--no-plants") { Description = "Leave out planted pairs, tastes and declines: a shop in which every discovery is false." };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replace an earlier demo shop in the folder." };
        var threads = CommonOptions.Threads();
        var command = new Command("generate",
            """
            Write a demo shop: purchases, items, customers, and the truth about what was planted in them.

            Examples:
              recommender generate beauty --lines 1000000 --out shops/beauty
              recommender generate distributor --seed 3 --out shops/parts
            """) { shop, lines, seed, output, end, format, clean, plain, overwrite, threads };
        Verb.Bind(command, (verb, parsed, cancellationToken) => Generate(verb, parsed.GetRequiredValue(output), WrongUse.Check(() => new GenerateOptions
        {
            Shop = parsed.GetRequiredValue(shop),
            Lines = parsed.GetValue(lines),
            Seed = parsed.GetValue(seed),
            End = parsed.GetValue(end),
            Format = parsed.GetValue(format) == "csv" ? ShopFormat.Csv : ShopFormat.CsvGzip,
            Dirt = !parsed.GetValue(clean),
            Plant = !parsed.GetValue(plain),
            Overwrite = parsed.GetValue(overwrite),
            Threads = parsed.GetValue(threads) ?? Defaults.Threads,
        }.Checked()), cancellationToken));
        return command;
    }

    static int Generate(Verb verb, string folder, GenerateOptions options, CancellationToken cancellationToken)
    {
        var summary = new ProgressView(verb.Screen).Generate(options, folder, cancellationToken);
        if (verb.Json) Verb.Print(Json(summary));
        else Show(verb.Screen.Results, options, summary);
        return ExitCode.Done;
    }

    static JsonObject Json(GenerateSummary summary) => new()
    {
        ["folder"] = summary.Folder,
        ["lines"] = summary.Lines,
        ["orders"] = summary.Orders,
        ["customers"] = summary.Customers,
        ["items"] = summary.Items,
        ["bytes"] = summary.Bytes,
        ["from"] = $"{summary.From:yyyy-MM-dd}",
        ["to"] = $"{summary.To:yyyy-MM-dd}",
        ["files"] = new JsonArray([.. summary.Files.Select(file => JsonValue.Create(file))]),
    };

    static void Show(IAnsiConsole console, GenerateOptions options, GenerateSummary summary)
    {
        console.MarkupLineInterpolated($"[bold]{options.Shop}[/]  {summary.Lines:N0} lines in {summary.Orders:N0} orders of {summary.Customers:N0} customers, {summary.Items:N0} items, {summary.From:yyyy-MM-dd} to {summary.To:yyyy-MM-dd}");
        console.MarkupLineInterpolated($"{summary.Bytes / 1e6:N1} MB in [green]{summary.Folder}[/]: {string.Join(", ", summary.Files)}");
        console.MarkupLineInterpolated($"Next: recommender import {summary.Folder} --dataset {options.Shop}");
    }
}
