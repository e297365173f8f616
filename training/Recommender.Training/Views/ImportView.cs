using Recommender.Storage.Imports;
using Recommender.Storage.Postgres;
using Spectre.Console;

namespace Recommender.Training.Views;

/// <summary>An import's outcome, for a person.</summary>
static class ImportView
{
    public static void Show(Screen screen, ImportResult result, IReadOnlyList<TableChange>? loaded)
    {
        var (console, manifest) = (screen.Results, result.Snapshot.Manifest);
        console.MarkupLineInterpolated($"[bold]{manifest.Dataset}[/]  {manifest.RowsRead:N0} lines read in {result.Elapsed.TotalSeconds:N1} s{(result.Found.Preset is { } preset ? $", recognised as {preset}" : "")}");
        ProfileView.ShowCounts(console, manifest.Counts, manifest.RowsRead);
        if (result.Replaced > 0) console.MarkupLineInterpolated($"{result.Replaced:N0} lines of the former snapshot were brought anew by this source.");
        console.MarkupLineInterpolated($"{manifest.Baskets:N0} baskets, {manifest.Customers:N0} customers, {manifest.Items:N0} items{Period(manifest.From, manifest.To)}");
        ProfileView.ShowWarnings(console, result.Profile.Warnings);
        foreach (var table in loaded ?? [])
            console.MarkupLineInterpolated($"PostgreSQL {table.Table}: {table.Inserted:N0} inserted, {table.Updated:N0} updated, {table.Deleted:N0} deleted, {table.Unchanged:N0} unchanged");
        console.MarkupLineInterpolated(result.Written
            ? $"Snapshot [green]{manifest.Hash[..12]}[/] is current: {result.Snapshot.Path}"
            : (FormattableString)$"Snapshot [green]{manifest.Hash[..12]}[/] existed already; nothing was written.");
    }

    public static void Show(Screen screen, ImportPreview preview)
    {
        var console = screen.Results;
        foreach (var file in preview.Found.Files) console.MarkupLineInterpolated($"[bold]{file.Name}[/] as {file.Table}: {file.Description}");
        if (preview.Found.Preset is { } preset) console.MarkupLineInterpolated($"Recognised as [bold]{preset}[/].");
        console.MarkupLineInterpolated($"Dates: {preview.Found.Dates}, zone {preview.Found.TimeZone}. Numbers: {preview.Found.Numbers}.");

        var mapping = Screen.Table("table", "column", "from");
        foreach (var column in preview.Found.Columns) mapping.AddRow(Text(column.Table), Text(column.Column), Text(column.From));
        console.Write(mapping);

        console.MarkupLineInterpolated($"The first lines of {preview.Read:N0} looked at, before cleaning:");
        ShowRows(console, preview);
        foreach (var reject in preview.Rejects)
            console.MarkupLineInterpolated($"[yellow]line {reject.Line}[/]{(reject.Column is null ? "" : $" {reject.Column}")}{(reject.Value is null ? "" : $" '{reject.Value}'")}: {reject.Reason}; {reject.Cure}");
        ProfileView.ShowWarnings(console, preview.Warnings);
        console.WriteLine("Nothing was written: leave out --dry-run to import.");
    }

    static void ShowRows(IAnsiConsole console, ImportPreview preview)
    {
        var table = Screen.Table([.. preview.Columns]);
        foreach (var row in preview.Rows) table.AddRow([.. row.Select(value => Text(value ?? ""))]);
        console.Write(table);
    }

    static string Period(DateTime? from, DateTime? to) => from is null || to is null ? "" : $", {from:yyyy-MM-dd} to {to:yyyy-MM-dd}";

    static Markup Text(string text) => new(Markup.Escape(text));
}
