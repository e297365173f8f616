using System.CommandLine;
using Recommender.Core.Models;
using Recommender.Storage.Snapshots;
using Recommender.Training.Scoring;
using Recommender.Training.Terminal;
using Spectre.Console;

namespace Recommender.Training.Commands;

/// <summary><c>recommender score --model beauty --dataset beauty --n 20</c></summary>
static class ScoreCommand
{
    const int MostRows = 20_000_000;   // of a part: its lists stand in memory twice

    public static Command Create()
    {
        var model = new Option<string>("--model") { Description = "A version of the store (beauty, beauty@candidate, beauty@7) or a model's folder.", HelpName = "name[@which]|folder", Required = true };
        var dataset = new Option<string?>("--dataset") { Description = "Whose customers [default: the dataset that the model learned from].", HelpName = "name" };
        var snapshot = new Option<string?>("--snapshot") { Description = "First digits of a snapshot's hash [default: the current one].", HelpName = "hash" };
        var length = new Option<int>("--n") { Description = "Items for each customer.", HelpName = "n", DefaultValueFactory = _ => new ScoreOptions().N };
        var repeats = new Option<string>("--repeats") { Description = "Whether what a customer bought may come again: allowed or left-out.", HelpName = "word", DefaultValueFactory = _ => new ScoreOptions().RepeatsWord };
        var output = new Option<string?>("--out") { Description = "Folder that gets the scores [default: scores/<tenant>/<model>/<version>-<snapshot> under the home].", HelpName = "folder" };
        var size = new Option<int?>("--part-size") { Description = "Customers of one file [default: as many as make a million rows].", HelpName = "n" };
        var threads = CommonOptions.Threads();
        repeats.AcceptOnlyFromAmong("allowed", "left-out");
        var command = new Command("score",
            """
            Write the best items for every customer to Parquet: customer_id, rank, item_id, score. A run that was broken off goes on where it stood.

            Examples:
              recommender score --model beauty --n 20
              recommender score --model trained/als --dataset beauty --repeats allowed --out scores/als
            """) { model, dataset, snapshot, length, repeats, output, size, threads };
        Verb.Bind(command, (verb, parsed, cancellationToken) =>
        {
            var options = new ScoreOptions
            {
                N = InRange.Of(parsed.GetValue(length), 1, 1000, "--n"),
                Repeats = parsed.GetValue(repeats) == "allowed" ? Repeats.Allowed : Repeats.LeftOut,
                PartSize = parsed.GetValue(size) is { } asked ? InRange.Of(asked, 1, MostRows, "--part-size") : null,
                Threads = CommonOptions.ThreadsOf(parsed, threads),
            };
            if ((long)options.PartLength * options.N > MostRows) throw new WrongUseException($"--part-size {options.PartLength} with --n {options.N} makes more than {MostRows} rows a file; take {MostRows / options.N} or fewer.");

            var folder = parsed.GetValue(output) is { } named ? Path.GetFullPath(named.Length > 0 ? named : throw new WrongUseException("--out names no folder; name one such as scores/als.")) : null;
            var chosen = ChosenModel.Find(parsed.GetRequiredValue(model), verb.Home, verb.Tenant);
            var request = new ScoreRequest(chosen, Snapshot(verb, parsed.GetValue(dataset) ?? chosen.Folder.Manifest.Dataset, parsed.GetValue(snapshot)), options);
            var result = new ProgressView(verb.Screen).Steps(progress => new CustomerScoring(verb.Home, verb.Tenant, TimeProvider.System).Run(request, folder, progress, cancellationToken));
            if (verb.Json) Verb.Print(result.Json());
            else Show(verb.Screen.Results, result);
            return ExitCode.Done;
        });
        return command;
    }

    static SnapshotFolder Snapshot(Verb verb, string dataset, string? prefix)
    {
        var named = verb.Home.Dataset(verb.Tenant, dataset);
        return prefix is null ? named.Current : named.Find(prefix);
    }

    static void Show(IAnsiConsole console, ScoreResult result)
    {
        var (manifest, seconds) = (result.Manifest, Math.Max(0.001, result.Seconds));
        if (result.Strangers is not { } strangers)
        {
            console.MarkupLineInterpolated($"Nothing to do: {manifest.Customers:N0} customers are scored already, {manifest.Rows:N0} rows in {manifest.Parts.Count:N0} parts in [green]{result.Folder}[/]");
            return;
        }
        console.MarkupLineInterpolated($"[bold]{manifest.Model}[/] scored {manifest.Customers:N0} customers of {manifest.Dataset} in {result.Seconds:N1} s{(result.Kept > 0 ? $"; {result.Kept:N0} parts stood already" : $", {manifest.Customers / seconds:N0} a second")}");
        if (strangers > 0) console.MarkupLineInterpolated($"{strangers:N0} of them the model had not learned from; their history was folded in");
        console.MarkupLineInterpolated($"{manifest.Rows:N0} rows, {manifest.Parts.Sum(part => part.Bytes) / 1e6:N1} MB in {manifest.Parts.Count:N0} parts in [green]{result.Folder}[/]");
    }
}
