using System.Globalization;
using System.Net;
using Recommender.Core.Evaluation.Overlap;

namespace Recommender.Training.Views.Pictures;

/// <summary>What the lists have in common, and those that changed most side by side; what stands in one of them only is marked.</summary>
static class ChangedLists
{
    public static string Of(ComparedLists lists)
    {
        var overlap = lists.Overlap;
        return string.Create(CultureInfo.InvariantCulture,
            $"""
            <h2>Lists of {overlap.Length}</h2>
            <p class="lead">{OverlapView.Percent(overlap.Share.Value)} of a list stands in both <small>({OverlapView.Percent(overlap.Share.Low)} to {OverlapView.Percent(overlap.Share.High)})</small></p>
            <div class="share"><span style="width:{100 * overlap.Share.Value:0.0}%"></span></div>
            <p class="facts">{overlap.Asked:N0} of {overlap.Common:N0} customers whom both models know were asked, repeats allowed. {Text(lists.Note)}</p>
            <h2>Whose lists changed most</h2>
            <p>What stands in one list only is <mark>marked</mark>.</p>
            {string.Concat(overlap.Changed.Select((change, place) => Customer(change, lists, isOpen: place < 2)))}
            """);
    }

    static string Customer(ListChange change, ComparedLists lists, bool isOpen) =>
        $"<details{(isOpen ? " open=\"open\"" : "")}><summary><b>{Text(lists.Names.Customer(change.Customer))}</b> {OverlapView.Percent(change.Share)} in both</summary><div class=\"sides\">"
        + $"{Column("a", change.First, change.Second, lists)}{Column("b", change.Second, change.First, lists)}</div></details>\n";

    static string Column(string letter, IReadOnlyList<string> items, IReadOnlyList<string> others, ComparedLists lists) =>
        $"<section><h3>{letter}</h3><ol>{string.Concat(items.Select(item => Item(item, others.Contains(item), lists)))}</ol></section>";

    static string Item(string item, bool isInBoth, ComparedLists lists)
    {
        var name = lists.Names.Item(item);
        var text = $"{Text(name)}{(name == item ? "" : $" <small>{Text(item)}</small>")}";
        return isInBoth ? $"<li>{text}</li>" : $"<li><mark>{text}</mark></li>";
    }

    static string Text(string text) => WebUtility.HtmlEncode(text);
}
