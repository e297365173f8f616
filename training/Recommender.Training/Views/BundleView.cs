using System.Globalization;
using Recommender.Core.Baskets.Bundles;
using Recommender.Training.Experiments;
using Spectre.Console;

namespace Recommender.Training.Views;

/// <summary>Bundles as a table.</summary>
static class BundleView
{
    const string Unknown = "[grey]unknown[/]";

    public static void Show(Screen screen, ProposedBundles proposed, IReadOnlyList<string?> written)
    {
        var (console, result) = (screen.Results, proposed.Result);
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{proposed.Data.Name}[/]  {proposed.Data.Baskets.Count:N0} baskets; {result.Considered:N0} sets looked at, {result.OfVariants:N0} of variants and {result.BelowFloor:N0} below the margin's floor left out");
        if (result.Cut is not null) console.MarkupLineInterpolated($"[yellow]Cut: {result.Cut}[/]");
        if (result.Bundles.Count == 0)
        {
            console.MarkupLine("No bundle passes. Lower --min-count, --min-lift or --min-margin.");
            return;
        }

        var table = Screen.Table("bundle", "#baskets", "#lift", "#success", "#price", "#off", "#margin", "#stock", "#anyway", "#extra / 1,000", "#reach");
        foreach (var bundle in result.Bundles) table.AddRow(Row(bundle, proposed));
        console.Write(table);
        console.MarkupLine("[grey]success: buyers of the lead item who take all, with its 95 % interval; anyway: buyers of any part who take all without an offer;[/]");
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[grey]extra: margin gained in 1,000 baskets if joint purchases rise by {proposed.Options.Uplift:0} %, an assumption until it is measured. All figures: --json[/]");
        screen.Written([.. written]);
    }

    static string[] Row(Bundle bundle, ProposedBundles proposed) =>
    [
        Markup.Escape(proposed.Names.Joined(bundle.Items)),
        Number(bundle.Count, "N0"),
        Number(bundle.Lift, "0.0"),
        $"{Number(bundle.Success.Share, "0 %")} [grey]{Number(100 * bundle.Success.Low, "0")}-{Number(100 * bundle.Success.High, "0")}[/]",
        Money(bundle.Offer.Price),
        $"{Number(bundle.Offer.Discount, "0.#")} %{(bundle.Offer.IsCut ? "[yellow]*[/]" : "")}",
        bundle.Offer.MarginPercent is { } margin ? $"{Number(margin, "0")} %" : Unknown,
        bundle.Stock.Bundles is { } stock ? $"{(bundle.Stock.Unknown > 0 ? "≤ " : "")}{Number(stock, "N0")}" : Unknown,
        Number(bundle.Effect.BoughtAnyway, "0 %"),
        Money(bundle.Effect.ExtraMargin),
        Number(bundle.Reach.Baskets, "N0"),
    ];

    static string Money(double? amount) => amount is { } known ? Number(known, "N2") : Unknown;

    static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
