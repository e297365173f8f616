namespace Recommender.Training.Views.Pages;

/// <summary>A table with its caption; columns whose heading starts with # hold numbers. It scrolls inside its own frame where the page is narrow.</summary>
static class Table
{
    /// <summary>Rows of cells, the first of each the heading of its row.</summary>
    public static Html Of(string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<Html>> rows) => Html.Of($"""
        <div class="wide" tabindex="0" role="region" aria-label="{caption}"><table><caption>{caption}</caption><thead><tr>{Html.Concat(columns.Select(Heading))}</tr></thead><tbody>
        {Html.Join(rows.Select(row => Row(columns, row)))}
        </tbody></table></div>
        """);

    /// <summary>Two columns of text.</summary>
    public static Html OfFacts(string caption, IEnumerable<(string Name, string Value)> facts) => Html.Of($"""
        <div class="wide"><table class="facts"><caption>{caption}</caption><tbody>
        {Html.Join(facts.Select(fact => Html.Of($"<tr><th scope=\"row\">{fact.Name}</th><td>{fact.Value}</td></tr>")))}
        </tbody></table></div>
        """);

    static Html Heading(string column) => IsNumber(column) ? Html.Of($"<th scope=\"col\" class=\"number\">{column[1..]}</th>") : Html.Of($"<th scope=\"col\">{column}</th>");

    static Html Row(IReadOnlyList<string> columns, IReadOnlyList<Html> cells) => Html.Of($"<tr>{Html.Concat(cells.Index().Select(cell => Cell(cell.Item, cell.Index, IsNumber(columns[cell.Index]))))}</tr>");

    static Html Cell(Html text, int column, bool isNumber) =>
        column == 0 ? Html.Of($"<th scope=\"row\">{text}</th>") : isNumber ? Html.Of($"<td class=\"number\">{text}</td>") : Html.Of($"<td>{text}</td>");

    static bool IsNumber(string column) => column.StartsWith('#');
}
