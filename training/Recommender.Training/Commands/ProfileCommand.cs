using System.CommandLine;
using System.Text.Json.Nodes;
using Recommender.Storage.Profiles;
using Recommender.Training.Terminal;
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
        var command = new Command("profile",
            """
            Show what a dataset holds: baskets, customers, items, months, cleaning steps, columns.

            Example:
              recommender profile --dataset shop --columns
            """) { dataset, snapshot, columns };
        Verb.Bind(command, (verb, parsed, _) =>
        {
            var folder = verb.Home.Dataset(verb.Tenant, parsed.GetRequiredValue(dataset));
            var shown = parsed.GetValue(snapshot) is { } prefix ? folder.Find(prefix) : folder.Current;
            if (verb.Json) Verb.Print(JsonNode.Parse(File.ReadAllBytes(shown.Profile))!);
            else ProfileView.Show(verb.Screen, shown, SnapshotProfile.Read(shown.Profile), parsed.GetValue(columns));
            return ExitCode.Done;
        });
        return command;
    }
}
