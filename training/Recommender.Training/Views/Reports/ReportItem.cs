using Recommender.Core.Datasets;
using Recommender.Training.Views.Pages;

namespace Recommender.Training.Views.Reports;

/// <summary>An item as people read it: its id, and its name where one is known.</summary>
sealed record ReportItem(string Id, string? Name)
{
    /// <summary>The name, or else the id.</summary>
    public string Called => string.IsNullOrWhiteSpace(Name) ? Id : Name;

    /// <summary>Name and id.</summary>
    public Html Html => Called == Id ? Html.Of($"{Id}") : Html.Of($"{Name} <span class=\"note\">({Id})</span>");

    /// <summary>An item of a vocabulary, with its name from the catalogue that goes with it.</summary>
    public static ReportItem Of(int item, Vocabulary items, Catalogue catalogue) => new(items[item], catalogue.Names.Count > 0 ? catalogue.Names[item] : null);
}
