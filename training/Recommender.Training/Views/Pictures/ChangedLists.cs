using Recommender.Core.Evaluation.Overlap;
using Recommender.Training.Views.Pages;

namespace Recommender.Training.Views.Pictures;

/// <summary>What the lists have in common, and those that changed most side by side; what stands in one of them only is marked.</summary>
static class ChangedLists
{
    const int Open = 2;   // customers whose lists are seen without a click

    public static Html Of(ComparedLists lists)
    {
        var overlap = lists.Overlap;
        return Html.Of($"""
            <h2>Lists of {overlap.Length}</h2>
            <p class="summary">{OverlapView.Percent(overlap.Share.Value)} of a list stands in both <small>({OverlapView.Percent(overlap.Share.Low)} to {OverlapView.Percent(overlap.Share.High)})</small></p>
            <svg class="share" viewBox="0 0 100 2" role="img" aria-label="{OverlapView.Percent(overlap.Share.Value)}"><rect class="all" width="100" height="2"/><rect class="part" width="{100 * overlap.Share.Value:0.0}" height="2"/></svg>
            <p class="note">{overlap.Asked:N0} of {overlap.Common:N0} customers whom both models know were asked, repeats allowed. {lists.Note}</p>
            <h2>Whose lists changed most</h2>
            <p>What stands in one list only is <mark>marked</mark>.</p>
            {Html.Join(overlap.Changed.Select((change, place) => Customer(change, lists, place < Open)))}
            """);
    }

    static Html Customer(ListChange change, ComparedLists lists, bool isOpen) => Html.Of($"""
        <details{new Html(isOpen ? " open=\"open\"" : "")}><summary><b>{lists.Names.Customer(change.Customer)}</b> {OverlapView.Percent(change.Share)} in both</summary>
        <div class="sides">{Column("a", change.First, change.Second, lists)}{Column("b", change.Second, change.First, lists)}</div></details>
        """);

    static Html Column(string letter, IReadOnlyList<string> items, IReadOnlyList<string> others, ComparedLists lists) =>
        Html.Of($"""<div class="card"><h3>{letter}</h3><ol>{Html.Concat(items.Select(item => Item(item, others.Contains(item), lists)))}</ol></div>""");

    static Html Item(string item, bool isInBoth, ComparedLists lists)
    {
        var name = lists.Names.Item(item);
        var text = name == item ? Html.Of($"{name}") : Html.Of($"{name} <small>{item}</small>");
        return isInBoth ? Html.Of($"<li>{text}</li>") : Html.Of($"<li><mark>{text}</mark></li>");
    }
}
