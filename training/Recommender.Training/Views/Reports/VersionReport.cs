using Recommender.Training.Views.Pages;
using Recommender.Training.Views.Reports.Sections;

namespace Recommender.Training.Views.Reports;

/// <summary>The report of a version: one HTML file for marketing and data scientists alike, that needs nothing beside it. Equal content gives equal bytes.</summary>
static class VersionReport
{
    /// <summary>Writes the report.</summary>
    public static void Write(string path, ReportContent content)
    {
        var scores = ScoreBoard.Of(content);
        Page.Write(path, Title(content), Html.Join([
            SummarySection.Of(content, scores),
            MetricsSection.Of(scores),
            SlicesSection.Of(scores),
            BeyondSection.Of(scores),
            ExamplesSection.Of(content.Examples),
            RulesSection.Of(content.Rules),
            DataSection.Of(content),
            SearchSection.Of(content),
            CurveSection.Of(content.Curve),
            GatesSection.Of(content.Manifest.Gates),
            FactsSection.Of(content),
        ]));
    }

    static string Title(ReportContent content) =>
        $"{content.Manifest.Model ?? content.Manifest.Dataset}{(content.Manifest.Version is { } version ? FormattableString.Invariant($", version {version}") : "")}: {content.Manifest.Trainer}";
}
