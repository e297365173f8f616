using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Recommender.Core.Evaluation;
using Recommender.Tests.Storage;
using Recommender.Training.Trainers;
using Recommender.Training.Views.Reports;
using Xunit;

namespace Recommender.Tests.Training.Reports;

public sealed partial class VersionReportTests : IDisposable
{
    const string Hostile = "</style><script>alert('x')</script>\" onload=\"&\u0001";

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_document_is_well_formed_with_headings_in_order_and_every_table_and_picture_named()
    {
        var page = Parse(ReportSamples.Real);

        var levels = Named(page, "h1", "h2", "h3").Select(heading => heading.Name.LocalName[1] - '0').ToArray();
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1 && pair.Second > 1));
        Assert.All(Named(page, "table"), table => Assert.NotEqual("", table.Element("caption")?.Value ?? ""));
        Assert.All(Named(page, "svg"), picture => Assert.Equal(("img", true), ((string?)picture.Attribute("role"), picture.Element("title")?.Value.Length > 0)));
    }

    [Fact]
    public void It_tells_what_it_is_how_good_and_on_what_data_in_three_sentences()
    {
        var content = ReportSamples.Real;

        var summary = Named(Parse(content), "p").First(paragraph => (string?)paragraph.Attribute("class") == "summary").Value;

        var (popularity, ease) = (content.Results!.Trainers[0], content.Results.Trainers[1]);
        Assert.Contains("made on 21 November 2026 by the pipeline beauty-nightly with the trainer ease and recommends 765 items to 4,321 customers.", summary, StringComparison.Ordinal);
        Assert.Contains($"ndcg@20 {Decisive(ease)} (95 % interval ", summary, StringComparison.Ordinal);
        Assert.Contains($"where popularity reaches {Decisive(popularity)}: it is ", summary, StringComparison.Ordinal);
        Assert.EndsWith("100,000 lines in 40,000 baskets of 4,321 customers from 1 January 2024 to 31 December 2025.", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_figure_of_the_results_stands_in_it_with_its_interval()
    {
        var content = ReportSamples.Real;
        var cells = Named(Parse(content), "td").Select(cell => cell.Value).ToHashSet();

        var measured = from trainer in content.Results!.Trainers
                       from view in trainer.Evaluation.Views.Where(view => view.Name is "all" or "new")
                       from metric in view.Metrics
                       where metric.Value.Low is not null && metric.Key.Split('@')[0] is "ndcg" or "recall" or "hit"
                       select Figure.Of(metric.Value.Value) + Figure.Between(metric.Value.Low!.Value, metric.Value.High!.Value);
        Assert.All(measured, figure => Assert.Contains(figure, cells));
    }

    [Fact]
    public void All_parts_that_have_something_to_say_are_there_and_no_others()
    {
        string[] all =
        [
            "How good it is", "For whom, and for what", "Beyond hits", "What customers would see", "Bought together", "The data",
            "How the options were found", "How the training went", "Before it goes live", "How it was made",
        ];

        Assert.Equal(all, Named(Parse(ReportSamples.Real), "h2").Select(heading => heading.Value));
        Assert.Equal(["How good it is", "The data", "Before it goes live", "How it was made"], Named(Parse(ReportSamples.Bare), "h2").Select(heading => heading.Value));
    }

    [Fact]
    public void Without_measurements_it_says_so() =>
        Assert.Contains("It was not measured, so nothing is known of its worth.", Text(ReportSamples.Bare), StringComparison.Ordinal);

    [Fact]
    public void A_trainer_that_solves_at_once_has_no_curve()
    {
        var content = ReportSamples.Real with { Curve = [new("ease", 1, 1, double.NaN, TimeSpan.FromSeconds(1))] };

        Assert.DoesNotContain("How the training went", Text(content), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_the_data_becomes_markup()
    {
        var real = ReportSamples.Real;
        var item = new ReportItem(Hostile, Hostile + "name");
        var content = real with
        {
            Manifest = real.Manifest with { Model = Hostile, Pipeline = Hostile, Trainer = Hostile, Level = Hostile, Options = new() { [Hostile] = Hostile }, Gates = new() { [Hostile] = Hostile } },
            Snapshot = real.Snapshot! with { Dataset = Hostile, Counts = new() { [Hostile] = 1 } },
            Profile = real.Profile! with { Warnings = [Hostile], Months = [new(Hostile, 1, 1, 1)], Baskets = new() { TopItems = [new(Hostile, 1)] } },
            Results = real.Results! with { Trainers = [.. real.Results.Trainers.Select(trainer => trainer with { Trainer = Hostile + trainer.Trainer })] },
            Searches = [new(Hostile, [.. ReportSamples.Search(5).Trials.Select(trial => trial with { Spec = new(Hostile, [KeyValuePair.Create(Hostile, $"{Hostile}{trial.Order}")]) })])],
            Curve = [new(Hostile, 1, 1, 1, TimeSpan.Zero)],
            Examples = [new(1, 1, [item], [new(item, Hostile)])],
            Rules = [new([item], [item], new(1, 1, 1))],
        };

        var page = Parse(content);

        Assert.Empty(Named(page, "script"));
        Assert.Single(Named(page, "style"));
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("alert('x')", page.Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void It_loads_nothing_runs_nothing_and_names_no_address()
    {
        var text = Text(ReportSamples.Real);

        Assert.DoesNotMatch(Elsewhere(), text);
        Assert.DoesNotContain(XDocument.Parse(text).Descendants().Attributes(), attribute => attribute.Name.LocalName is "src" or "href" or "style" or "srcset" or "action");
        Assert.Contains("default-src 'none'; style-src 'sha256-", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_policy_allows_the_one_style_sheet_and_no_other()
    {
        var page = Parse(ReportSamples.Real);

        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Assert.Single(Named(page, "style")).Value)));
        var policy = Assert.Single(Named(page, "meta"), meta => (string?)meta.Attribute("http-equiv") == "Content-Security-Policy");
        Assert.Equal($"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'", (string?)policy.Attribute("content"));
    }

    [Fact]
    public void More_trainers_than_fit_on_paper_take_tables_of_their_own()
    {
        var real = ReportSamples.Real;
        var content = real with { Results = real.Results! with { Trainers = [.. real.Results.Trainers, .. Enumerable.Range(1, 11).Select(number => real.Results.Trainers[1] with { Trainer = $"other-{number}" })] } };

        var tables = Named(Parse(content), "table").Where(table => table.Element("caption")!.Value.StartsWith("All purchases", StringComparison.Ordinal)).ToArray();

        Assert.Contains(tables, table => table.Element("caption")!.Value.EndsWith("models 13 to 13 of 13", StringComparison.Ordinal));
        Assert.All(tables, table => Assert.InRange(table.Descendants("th").Count(heading => (string?)heading.Attribute("scope") == "col"), 2, 7));
    }

    [Fact]
    public void Equal_content_gives_equal_bytes() => Assert.Equal(Text(ReportSamples.Real), Text(ReportSamples.Real));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Ten_thousand_trials_and_five_hundred_slices_stay_below_a_megabyte(bool isRising)
    {
        var real = ReportSamples.Real;
        var slices = Enumerable.Range(0, 500);
        var content = real with
        {
            Results = real.Results! with
            {
                Trainers = [.. real.Results.Trainers.Select(trainer => trainer with { Evaluation = trainer.Evaluation with { Views = [.. trainer.Evaluation.Views, .. slices.Select(slice => trainer.Evaluation["all:repeat"]! with { Name = $"all:segment-{slice}" })] } })],
            },
            Searches = [ReportSamples.Search(10_000, isRising)],
            Curve = [.. Enumerable.Range(1, 10_000).Select(epoch => new EpochReport("bpr", epoch, 10_000, 1.0 / epoch, TimeSpan.FromSeconds(epoch)))],
        };

        Assert.InRange(Text(content).Length, 10_000, 999_999);
    }

    [Fact]
    public void The_sixty_largest_slices_are_shown_and_the_others_counted()
    {
        var real = ReportSamples.Real;
        var slice = real.Results!.Trainers[1].Evaluation["all:explore"]!;
        var content = real with
        {
            Results = real.Results with
            {
                Trainers = [real.Results.Trainers[1] with { Evaluation = real.Results.Trainers[1].Evaluation with { Views = [.. Enumerable.Range(1, 70).Select(size => slice with { Name = $"all:part-{size}", Cases = [.. slice.Cases.Take(size)] })] } }],
            },
            Chosen = 0,
        };

        var page = Parse(content);

        var shown = Named(page, "table").Single(table => table.Element("caption")!.Value == "The same figure, part by part").Element("tbody")!.Elements("tr").Select(row => row.Elements().First().Value).ToArray();
        Assert.Equal(Enumerable.Range(11, 60).Select(size => $"All purchases: part-{size}"), shown);
        Assert.Contains("10 smaller parts left out here", page.Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void No_more_than_twenty_rules_are_shown()
    {
        var rule = ReportSamples.Real.Rules[0];

        var page = Parse(ReportSamples.Bare with { Rules = [.. Enumerable.Repeat(rule, 30)] });

        var rows = Named(page, "table").Single(table => table.Element("caption")!.Value == "The strongest rules").Element("tbody")!.Elements("tr").ToArray();
        Assert.Equal(20, rows.Length);
        Assert.Equal(["Shampoo (p1)", "Conditioner (p2)", "1,234", "61 %", "3.4"], rows[0].Elements().Select(cell => cell.Value));
    }

    [Fact]
    public void No_customer_is_named()
    {
        var text = Text(ReportSamples.Real);

        Assert.Contains("Customer 5", text, StringComparison.Ordinal);
        Assert.DoesNotContain("c00", text, StringComparison.Ordinal);
    }

    static IEnumerable<XElement> Named(XDocument page, params string[] names) => page.Descendants().Where(element => names.Contains(element.Name.LocalName));

    static string Decisive(TrainerResult trainer) => Figure.Of(trainer.Evaluation["all"]!.Metrics["ndcg@20"].Value);

    XDocument Parse(ReportContent content) => XDocument.Parse(Text(content));

    string Text(ReportContent content)
    {
        var path = _folder.File("report.html");
        VersionReport.Write(path, content);
        return File.ReadAllText(path);
    }

    [GeneratedRegex("https?:|//[a-z]|@import|url\\(", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Elsewhere();
}
