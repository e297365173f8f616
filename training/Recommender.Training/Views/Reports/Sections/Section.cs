using Recommender.Training.Views.Pages;

namespace Recommender.Training.Views.Reports.Sections;

/// <summary>A part of the report under its heading.</summary>
static class Section
{
    /// <summary>The heading, one sentence on what is seen, and the content.</summary>
    public static Html Of(string heading, string about, params IEnumerable<Html> content) => Html.Of($"""
        <section><h2>{heading}</h2>
        <p>{about}</p>
        {Html.Join(content)}
        </section>
        """);

    /// <summary>Pictures side by side where there is room.</summary>
    public static Html Plots(IEnumerable<Html> plots) => Html.Of($"""<div class="plots">{Html.Join(plots)}</div>""");
}
