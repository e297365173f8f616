using System.CommandLine;
using System.Text.Json.Nodes;
using Recommender.Core.Evaluation;
using Recommender.Core.Evaluation.Intervals;
using Recommender.Training.Experiments;
using Recommender.Training.Terminal;
using Recommender.Training.Views;
using Recommender.Training.Views.Pictures;

namespace Recommender.Training.Commands;

/// <summary><c>recommender compare beauty@7 beauty@8</c></summary>
static class CompareCommand
{
    public static Command Create()
    {
        var data = new DataOptions();
        var first = new Argument<string>("a") { Description = "A version such as beauty@7, a model's folder, or a trainer with its options." };
        var second = new Argument<string>("b") { Description = "The one that is held against it." };
        var isAllowed = new Option<bool>("--allow-different-data") { Description = "Measure versions of different data anew on the newer one, or on --dataset." };
        var examples = new Option<int>("--examples") { Description = "How many of the customers whose lists changed most are shown.", HelpName = "n", DefaultValueFactory = _ => 10 };
        var html = new Option<string?>("--html") { Description = "File for the comparison as a page.", HelpName = "file" };
        var at = new Option<string>("--at") { Description = "Lengths of list that metrics look at; versions bring their own.", HelpName = "10,20", DefaultValueFactory = _ => "10,20" };
        var isExplicit = new Option<bool>("--explicit") { Description = "Foretell ratings: rmse and mae instead of rankings." };
        var threads = CommonOptions.Threads();
        var command = new Command("compare",
            """
            Hold two versions, models or trainers against each other on the same customers: differences with paired bootstrap intervals, and a verdict for each.
            Versions bring what they were measured by, so nothing is trained again where their data agrees. A trainer is trained on the version's own data and
            cut, and the version's recipe with it, so that the lists of both can be laid beside each other.

            Examples:
              recommender compare beauty@7 beauty@8 --html compared.html
              recommender compare beauty@production "ease(lambda=1000)"
              recommender compare "ease(lambda=500)" "ease(lambda=1000)" --dataset shop
              recommender compare trained/ease trained/als --dataset shop --split temporal:2026-01-01
            """) { first, second, isAllowed, examples, html, at, isExplicit, threads };
        data.AddTo(command);
        Verb.Bind(command, (verb, parsed, cancellationToken) =>
        {
            var page = parsed.GetValue(html);
            BasketOptions.Prepare(source: null, table: null, page);
            var (threadCount, wanted) = (CommonOptions.ThreadsOf(parsed, threads), InRange.Of(parsed.GetValue(examples), 0, 1000, "--examples"));
            var store = TenantModels.Of(verb.Home, verb.Tenant);
            var (a, b) = (ComparedSide.Read(parsed.GetRequiredValue(first), store), ComparedSide.Read(parsed.GetRequiredValue(second), store));
            var choice = data.IsNamed(parsed) || (a.Version is null && b.Version is null) ? data.Choice(parsed) : null;
            if (choice is null) RefuseIgnored(parsed, at, isExplicit);
            var pair = new ProgressView(verb.Screen).Steps(progress =>
            {
                var compared = new SideBySide((a, b), new(verb.Home, verb.Tenant, threadCount, progress))
                {
                    Data = choice is null ? null : (choice, new(Evaluation(choice, parsed.GetRequiredValue(at), threadCount), choice.Seed, threadCount, parsed.GetValue(isExplicit))),
                    IsDifferentDataAllowed = parsed.GetValue(isAllowed),
                };
                return compared.Pair(new() { Examples = wanted, Bootstrap = new() { Seed = choice?.Seed ?? DataChoice.DefaultSeed, Threads = threadCount } }, cancellationToken);
            });
            if (page is not null) ComparisonPage.Write(page, pair);
            if (verb.Json) Verb.Print(Json(pair));
            else Show(verb.Screen, pair, page);
            return ExitCode.Done;
        });
        return command;
    }

    // A version was measured once; what it was asked then cannot be asked otherwise now.
    static void RefuseIgnored(ParseResult parsed, params ReadOnlySpan<Option> options)
    {
        foreach (var option in options)
        {
            if (parsed.GetResult(option) is { Implicit: false })
                throw new WrongUseException($"{option.Name} does not go with a version, which brings what it was measured by. Leave it away, or measure both recipes anew: --dataset <name> --allow-different-data {option.Name} ...");
        }
    }

    static EvaluationOptions Evaluation(DataChoice choice, string at, int threads) =>
        new() { Cutoffs = CutoffText.Read(at), Bootstrap = new BootstrapOptions { Seed = choice.Seed, Threads = threads } };

    static JsonObject Json(ComparedPair pair)
    {
        var json = new JsonObject { ["a"] = pair.A, ["b"] = pair.B, ["views"] = ComparisonJson.Of(pair.Differences) };
        if (pair.Lists is { } lists) (json["overlap"], json["changed"]) = (OverlapJson.Of(lists), OverlapJson.Changed(lists));
        json["evaluation"] = EvaluationJson.Of(pair.Result);
        return json;
    }

    static void Show(Screen screen, ComparedPair pair, string? page)
    {
        EvaluationView.Show(screen, pair.Result);
        ComparisonView.Show(screen, pair.Differences, "a", "b");
        if (pair.Lists is { } lists) OverlapView.Show(screen, lists);
        screen.Written(page);
    }
}
