using Recommender.Storage.Profiles;
using Recommender.Storage.Snapshots;
using Recommender.Training.Views.Pages;
using Recommender.Training.Views.Reports.Plots;

namespace Recommender.Training.Views.Reports.Sections;

/// <summary>What it learned from, and what was left out.</summary>
static class DataSection
{
    const string Heading = "The data";
    const int TopItems = 10;

    public static Html Of(ReportContent content) => (content.Snapshot, content.Profile) is ({ } snapshot, { } profile)
        ? Section.Of(Heading, "What was imported, what was left out on the way, and what remained to learn from.", [
            Warnings(profile.Warnings), Table.OfFacts("What the model learned from", Facts(snapshot, profile.Baskets)), Section.Plots(Months(profile.Months)), TopTable(profile.Baskets), Cleaning(snapshot)])
        : Section.Of(Heading, "The model was trained on files without a profile. Import the data into a dataset to see here what was cleaned and what remained.");

    static Html Warnings(IReadOnlyList<string> warnings) => warnings.Count == 0 ? Html.Empty
        : Html.Of($"<div class=\"warning\"><h3>To be looked at</h3><ul>{Html.Join(warnings.Select(warning => Html.Of($"<li>{warning}</li>")))}</ul></div>");

    static IEnumerable<(string Name, string Value)> Facts(SnapshotManifest snapshot, BasketProfile baskets)
    {
        yield return ("Rows read", FormattableString.Invariant($"{snapshot.RowsRead:N0}"));
        yield return ("Purchase lines kept", FormattableString.Invariant($"{snapshot.Lines:N0}"));
        if (snapshot is { From: { } from, To: { } to }) yield return ("Time", FormattableString.Invariant($"{from:yyyy-MM-dd} to {to:yyyy-MM-dd}"));
        yield return ("Baskets", FormattableString.Invariant($"{snapshot.Baskets:N0}, {baskets.Anonymous:N0} of them without a customer"));
        yield return ("Customers", FormattableString.Invariant($"{snapshot.Customers:N0}, {baskets.RepeatCustomers:N0} of them came again"));
        yield return ("Items", FormattableString.Invariant($"{snapshot.Items:N0}"));
        yield return ("Items in a basket", FormattableString.Invariant($"{baskets.MedianSize:N0} in the middle one, {baskets.LargestSize:N0} in the largest"));
        yield return ("Pairs of customer and item bought", FormattableString.Invariant($"{snapshot.Pairs:N0}, {baskets.Density:P2} of all that are possible"));
        if (baskets.Revenue is { } revenue) yield return ("Revenue", FormattableString.Invariant($"{revenue:N2}"));
    }

    static IEnumerable<Html> Months(IReadOnlyList<MonthProfile> months)
    {
        if (months.Count == 0) yield break;

        yield return Bars("Baskets by month", [.. months.Select(month => (month.Month, (double)month.Orders))]);
        if (months.All(month => month.Revenue is not null)) yield return Bars("Revenue by month", [.. months.Select(month => (month.Month, (double)month.Revenue!.Value))]);
    }

    static Html Bars(string title, (string Name, double Value)[] bars)
    {
        var most = bars.MaxBy(bar => bar.Value);
        return BarPlot.Of(new(title, FormattableString.Invariant($"The most in {most.Name}: {most.Value:N0}."), FormattableString.Invariant($"{bars.Length} months, the most in {most.Name}: {most.Value:N0}")), bars);
    }

    static Html TopTable(BasketProfile baskets) => baskets.TopItems.Count == 0 ? Html.Empty
        : Table.Of("Items in most baskets", ["item", "#baskets", "#of all baskets"], baskets.TopItems.Take(TopItems).Select(item => (Html[])[
            Html.Of($"{item.Value}"), Html.Of($"{item.Count:N0}"), Html.Of($"{Figure.Share(baskets.Count == 0 ? 0 : (double)item.Count / baskets.Count)}")]));

    static Html Cleaning(SnapshotManifest snapshot) =>
        Table.Of("What became of every row read", ["cleaning step", "#rows", "#share"], snapshot.Counts.Select(step => (Html[])[
            Html.Of($"{step.Key.Replace('_', ' ')}"), Html.Of($"{step.Value:N0}"), Html.Of($"{Figure.Share(snapshot.RowsRead == 0 ? 0 : (double)step.Value / snapshot.RowsRead)}")]));
}
