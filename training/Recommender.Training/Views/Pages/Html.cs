namespace Recommender.Training.Views.Pages;

/// <summary>Text that is markup already. Whatever else is put into a page is escaped on its way, so that no name of the data is ever markup.</summary>
readonly record struct Html(string Text)
{
    /// <summary>Nothing.</summary>
    public static Html Empty { get; } = new("");

    /// <summary>Whether there is nothing to show.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(Text);

    /// <summary>A template: its letters stand as they are, its values are escaped.</summary>
    public static Html Of(HtmlTemplate template) => new(template.Text);

    /// <summary>One behind the other, each on its line.</summary>
    public static Html Join(IEnumerable<Html> parts) => new(string.Join('\n', parts.Where(part => !part.IsEmpty).Select(part => part.Text)));

    /// <summary>One behind the other without a gap.</summary>
    public static Html Concat(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part.Text)));

    /// <inheritdoc/>
    public override string ToString() => Text;
}
