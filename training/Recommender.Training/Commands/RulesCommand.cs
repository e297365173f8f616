using System.CommandLine;
using Recommender.Core.Baskets.Rules;
using Recommender.Training.Experiments;
using Recommender.Training.Terminal;
using Recommender.Training.Views;
using Recommender.Training.Views.Pictures;

namespace Recommender.Training.Commands;

/// <summary><c>recommender rules baskets.csv --min-support 0.001 --min-confidence 0.8</c></summary>
static class RulesCommand
{
    public static Command Create()
    {
        var data = new BasketOptions();
        var limits = new MiningLimits(new RuleOptions { MinCount = 1 }.MaxItemsets);
        var rules = new RuleChoiceOptions();
        var measures = new Option<string?>("--measures") { Description = $"Measures shown, any of {string.Join(", ", RuleMeasures.All.Select(measure => measure.Name))} [default in tables: {string.Join(", ", RuleMeasures.Usual.Select(measure => measure.Name))}; in files and --json: all].", HelpName = "names" };
        var output = new Option<string?>("--out") { Description = "File for the rules: .csv, .json or .parquet.", HelpName = "file" };
        var html = new Option<string?>("--html") { Description = "File for a picture: network and heat map.", HelpName = "file" };
        var command = new Command("rules",
            """
            Find who buys this also buys that, with how sure it is and whether chance would have done the same.

            Examples:
              recommender rules baskets.csv --min-support 0.001 --min-confidence 0.8
              recommender rules --dataset shop --min-count 20 --where "lift>=1.5,q<=0.05" --then SERUM --html rules.html
              recommender rules --dataset shop --level category --season winter --customers segment=loyal
            """) { measures, output, html };
        data.AddTo(command);
        limits.AddTo(command);
        rules.AddTo(command);
        Verb.Bind(command, (verb, parsed, cancellationToken) =>
        {
            var source = data.Source(parsed);
            var asked = limits.Read(parsed);
            var choice = rules.Read(parsed);
            var shown = parsed.GetValue(measures) is { } names ? Named(names) : null;
            BasketOptions.Prepare(source, parsed.GetValue(output), parsed.GetValue(html));

            var found = new ProgressView(verb.Screen).Steps(progress => FoundRules.Find(verb, (source, asked, choice), progress, cancellationToken));
            var columns = found.Measures(shown ?? RuleMeasures.All);
            if (parsed.GetValue(output) is { } file) RuleTable.Write(verb.Home, file, found, columns, cancellationToken);
            if (parsed.GetValue(html) is { } picture) PairPicture.Write(picture, $"Rules: {found.Data.Name}", found.Edges());
            if (verb.Json) Verb.Print(RuleJson.Of(found, columns));
            else RuleView.Show(verb.Screen, found, found.Measures(shown ?? RuleMeasures.Usual), [parsed.GetValue(output), parsed.GetValue(html)]);
            return ExitCode.Done;
        });
        return command;
    }

    static RuleMeasure[] Named(string names)
    {
        var found = WrongUse.Check(() => names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(RuleMeasures.Named).ToArray());
        return found.Length > 0 ? found : throw new WrongUseException($"--measures '{names}' names no measure. Give some parted by commas, such as support,lift.");
    }
}
