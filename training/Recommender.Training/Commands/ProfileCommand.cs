using System.CommandLine;
using System.Text.Json.Nodes;
using Recommender.Core.Interactions;
using Recommender.Storage.Profiles;
using Recommender.Training.Views;

namespace Recommender.Training.Commands;

/// <summary><c>recommender profile --dataset shop</c></summary>
static class ProfileCommand
{
    public static Command Create()
    {
        var dataset = CommonOptions.Dataset();
        var snapshot = new Option<string?>("--snapshot") { Description = "First digits of a snapshot's hash [default: the current one].", HelpName = "hash" };
        var columns = new Option<bool>("--columns") { Description = "Show every column of every table too." };
        var level = new Option<string>("--level") { Description = "item, category, family or brand: what counts as one thing bought.", HelpName = "level", DefaultValueFactory = _ => "item" };
        level.AcceptOnlyFromAmong([.. Enum.GetNames<Level>().Select(name => name.ToLowerInvariant())]);
        var command = new Command("profile",
            """
            Show what a dataset holds: baskets, customers, items, months, cleaning steps, columns.

            Examples:
              recommender profile --dataset shop --columns
              recommender profile --dataset shop --level category
            """) { dataset, snapshot, level, columns };
        Verb.Bind(command, (verb, parsed, cancellationToken) =>
        {
            var folder = verb.Home.Dataset(verb.Tenant, parsed.GetRequiredValue(dataset));
            var shown = parsed.GetValue(snapshot) is { } prefix ? folder.Find(prefix) : folder.Current;
            var profile = Enum.Parse<Level>(parsed.GetRequiredValue(level), ignoreCase: true) is var at and not Level.Item
                ? ProfileBuilder.AtLevel(verb.Home, shown, at, cancellationToken)
                : SnapshotProfile.Read(shown.Profile);
            if (verb.Json) Verb.Print(JsonNode.Parse(profile.ToJson())!);
            else ProfileView.Show(verb.Screen, shown, profile, parsed.GetValue(columns));
            return ExitCode.Done;
        });
        return command;
    }
}
