using System.Globalization;
using Spectre.Console;

namespace Recommender.Training.Views;

/// <summary>What two models' lists have in common, and whose changed most, for people.</summary>
static class OverlapView
{
    const int Customers = 3;
    const int Shown = 5;

    public static void Show(Screen screen, ComparedLists lists)
    {
        var overlap = lists.Overlap;
        screen.Results.WriteLine();
        screen.Results.MarkupLineInterpolated($"Lists of {overlap.Length}: [bold]{Percent(overlap.Share.Value)}[/] stand in both [grey]({Percent(overlap.Share.Low)} to {Percent(overlap.Share.High)})[/], {overlap.Asked:N0} of {overlap.Common:N0} common customers asked");
        screen.Results.MarkupLineInterpolated($"[grey]{lists.Note}[/]");
        var table = Screen.Table("=changed most", "#in both", "first of a", "first of b");
        foreach (var change in overlap.Changed.Take(Customers))
            table.AddRow(Markup.Escape(lists.Names.Customer(change.Customer)), Percent(change.Share), Names(change.First, lists), Names(change.Second, lists));
        screen.Results.Write(table);
        screen.Results.MarkupLine("[grey]All of them with whole lists: --json, --html FILE[/]");
    }

    /// <summary>A share in words.</summary>
    public static string Percent(double? share) => share is { } value ? value.ToString("P1", CultureInfo.InvariantCulture) : "?";

    static string Names(IReadOnlyList<string> items, ComparedLists lists) => Markup.Escape(string.Join(", ", items.Take(Shown).Select(lists.Names.Item)));
}
