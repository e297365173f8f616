using System.CommandLine;
using Recommender.Training.Views;

namespace Recommender.Training.Commands.Data;

/// <summary><c>recommender data show --dataset shop</c></summary>
static class ShowCommand
{
    public static Command Create()
    {
        var dataset = CommonOptions.Dataset();
        var snapshot = new Option<string?>("--snapshot") { Description = "First digits of a snapshot's hash [default: the current one].", HelpName = "hash" };
        var command = new Command("show",
            """
            Show one snapshot: where it came from, what was cleaned, its files and hashes.

            Example:
              recommender data show --dataset shop
            """) { dataset, snapshot };
        Verb.Bind(command, (verb, parsed, _) =>
        {
            var folder = verb.Home.Dataset(verb.Tenant, parsed.GetRequiredValue(dataset));
            var shown = parsed.GetValue(snapshot) is { } prefix ? folder.Find(prefix) : folder.Current;
            if (verb.Json) Verb.Print(SnapshotView.Json(shown));
            else SnapshotView.Show(verb.Screen.Results, shown);
            return ExitCode.Done;
        });
        return command;
    }
}
