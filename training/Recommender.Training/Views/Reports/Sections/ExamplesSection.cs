using Recommender.Training.Views.Pages;

namespace Recommender.Training.Views.Reports.Sections;

/// <summary>What a few customers would be shown.</summary>
static class ExamplesSection
{
    public static Html Of(IReadOnlyList<ExampleCustomer> examples) => examples.Count == 0
        ? Html.Empty
        : Section.Of(
            "What customers would see",
            "These customers were picked by a rule, evenly from short to long histories, not because their lists look good.",
            Html.Of($"""<div class="cards">{Html.Join(examples.Select((example, place) => Card(example, place + 1)))}</div>"""));

    static Html Card(ExampleCustomer example, int number) => Html.Of($"""
        <div class="card"><h3>Customer {number}</h3>
        <p class="note">{Counted.Of(example.Baskets, "basket")} so far, {Counted.Of(example.Items, "different item")}. The last one: {Names(example.Last)}.</p>
        {(example.Shown.Count == 0 ? Html.Of($"<p>The model has nothing to recommend here.</p>") : Html.Of($"<ol>{Html.Join(example.Shown.Select(Line))}</ol>"))}
        </div>
        """);

    static Html Line(ExampleItem shown) => Html.Of($"<li>{shown.Item.Html}<small class=\"note\">{shown.Reason}</small></li>");

    static Html Names(IReadOnlyList<ReportItem> items) => new(string.Join(", ", items.Select(item => Html.Of($"{item.Called}").Text)));
}
