using System.Globalization;
using Recommender.Storage.Profiles;
using Recommender.Storage.Snapshots;
using Spectre.Console;

namespace Recommender.Training.Views;

/// <summary>A snapshot's profile as tables and charts.</summary>
static class ProfileView
{
    const int MonthsShown = 36;

    public static void Show(Screen screen, SnapshotFolder snapshot, SnapshotProfile profile, bool withColumns)
    {
        var console = screen.Results;
        ShowHeading(console, snapshot.Manifest, profile);
        ShowCounts(console, profile.Counts, profile.Source.Rows);
        ShowBars(console, "Revenue by month", [.. profile.Months.TakeLast(MonthsShown).Select(month => (month.Month, (double)(month.Revenue ?? month.Lines)))]);
        ShowBars(console, "Baskets by number of items", [.. profile.Baskets.Sizes.Select(size => (size.Value, (double)size.Count))]);
        ShowBars(console, "Items in most baskets", [.. profile.Baskets.TopItems.Select(item => (item.Value, (double)item.Count))]);
        if (withColumns) ShowColumns(console, profile);
        ShowWarnings(console, profile.Warnings);
    }

    public static void ShowCounts(IAnsiConsole console, OrderedDictionary<string, long> counts, long read)
    {
        var table = Screen.Table("cleaning step", "#lines", "#share");
        foreach (var (step, lines) in counts)
        {
            var style = step == "kept" ? "green" : lines == 0 ? "grey" : "default";
            table.AddRow($"[{style}]{step.Replace('_', ' ')}[/]", $"[{style}]{lines:N0}[/]", $"[{style}]{(read == 0 ? 0 : (double)lines / read):P2}[/]");
        }
        console.Write(table);
    }

    public static void ShowWarnings(IAnsiConsole console, IReadOnlyList<string> warnings)
    {
        foreach (var warning in warnings) console.MarkupLineInterpolated($"[yellow]note[/] {warning}");
    }

    static void ShowHeading(IAnsiConsole console, SnapshotManifest manifest, SnapshotProfile profile)
    {
        var baskets = profile.Baskets;
        console.MarkupLineInterpolated($"[bold]{manifest.Dataset}[/] snapshot [green]{manifest.Hash[..12]}[/]{(baskets.From is null ? "" : $"  {baskets.From:yyyy-MM-dd} to {baskets.To:yyyy-MM-dd}")}");
        console.MarkupLineInterpolated($"{manifest.Lines:N0} lines in {baskets.Count:N0} baskets ({baskets.Anonymous:N0} anonymous), {baskets.Customers:N0} customers ({baskets.RepeatCustomers:N0} came again), {baskets.Items:N0} items");
        console.MarkupLineInterpolated($"Middle basket {baskets.MedianSize} items, one in twenty has {baskets.LargeSize} or more, the largest {baskets.LargestSize:N0}; {baskets.Density:P2} of all customer-item pairs were bought{(baskets.Revenue is { } revenue ? $"; revenue {revenue:N2}" : "")}");
    }

    static void ShowBars(IAnsiConsole console, string title, IReadOnlyList<(string Label, double Value)> bars)
    {
        if (bars.Count == 0 || bars.All(bar => bar.Value <= 0)) return;

        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{title}[/]");
        var widest = bars.Max(bar => bar.Value);
        var label = Math.Min(40, bars.Max(bar => bar.Label.Length));
        var room = Math.Clamp(console.Profile.Width - label - 18, 10, 60);
        foreach (var (name, value) in bars)
        {
            var length = (int)Math.Round(room * Math.Max(0, value) / widest);
            var shown = name.Length > label ? $"{name[..(label - 1)]}…" : name.PadRight(label);
            console.MarkupLineInterpolated($"{shown} [teal]{new string('█', Math.Max(length, value > 0 ? 1 : 0))}[/] {value.ToString("N0", CultureInfo.InvariantCulture)}");
        }
    }

    static void ShowColumns(IAnsiConsole console, SnapshotProfile profile)
    {
        foreach (var (name, scanned) in profile.Tables.Where(table => table.Value.Rows > 0))
        {
            console.WriteLine();
            console.MarkupLineInterpolated($"[bold]{name}[/] {scanned.Rows:N0} rows");
            var table = Screen.Table("column", "type", "#blank", "#distinct", "least", "middle", "most", "most frequent");
            foreach (var column in scanned.Columns)
            {
                table.AddRow(
                    Markup.Escape(column.Name), $"[grey]{column.Type}[/]", $"{column.Nulls:N0}", $"{column.Distinct:N0}", Short(column.Min), Short(column.Quantiles?[2]), Short(column.Max),
                    Short(string.Join(", ", (column.Top ?? []).Take(3).Select(top => $"{top.Value} ({top.Count:N0})")), 48));
            }
            console.Write(table);
        }
    }

    static string Short(string? text, int length = 20) =>
        Markup.Escape(text is null ? "" : text.Length > length ? $"{text[..(length - 1)]}…" : text);
}
