using System.Globalization;
using Recommender.Training.Experiments;
using Spectre.Console;

namespace Recommender.Training.Views;

/// <summary>Trends as two tables, the surest first.</summary>
static class TrendView
{
    public static void Show(Screen screen, FoundTrends found, int limit, string? written)
    {
        var (console, periods) = (screen.Results, found.Periods);
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{found.Data.Name}[/]  {periods.Begin:yyyy-MM-dd} to {periods.Middle:yyyy-MM-dd} ({periods.Before.Count:N0} baskets) against {periods.Middle:yyyy-MM-dd} to {periods.End:yyyy-MM-dd} ({periods.After.Count:N0}), {found.Report.Tested:N0} pairs tested");
        foreach (var (kind, pairs) in found.Kinds)
        {
            console.WriteLine();
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{(kind == "joined" ? "Joined" : "Fell apart")}[/]: {pairs.Count:N0} pairs");
            if (pairs.Count == 0) continue;

            var table = Screen.Table("item", "other", "#before", "#after", "#expected before", "#expected after", "#lift times", "#q");
            foreach (var pair in pairs.Take(limit))
            {
                table.AddRow(
                    Markup.Escape(found.Names[pair.Item]), Markup.Escape(found.Names[pair.Other]), Number(pair.Count.Before, "N0"), Number(pair.Count.After, "N0"),
                    Number(pair.Expected.Before, "N1"), Number(pair.Expected.After, "N1"), Number(Math.Exp(pair.Change), "0.00"), Number(pair.Q, pair.Q is > 0 and < 0.001 ? "0e+0" : "0.000"));
            }
            console.Write(table);
        }
        screen.Written(written);
    }

    static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
