using System.CommandLine;
using System.Text.Json.Nodes;
using Recommender.Core.Store;
using Recommender.Training.Terminal;
using Spectre.Console;

namespace Recommender.Training.Commands.Models;

/// <summary><c>recommender models verify</c></summary>
static class VerifyCommand
{
    public static Command Create()
    {
        var reference = new Argument<string?>("version") { Description = "A model, or one version of it [default: every version of every model].", HelpName = "name[@which]", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("verify",
            """
            Hold every file of a version against the hash in its manifest, and every alias against the versions. Exit code 1 when something is wrong.

            Examples:
              recommender models verify
              recommender models verify shop@production
            """) { reference };
        Verb.Bind(command, (verb, parsed, cancellationToken) =>
        {
            var (versions, faults) = new ProgressView(verb.Screen).Steps(progress => Check(verb, parsed.GetValue(reference), progress, cancellationToken));
            if (verb.Json) Verb.Print(Json(versions, faults));
            else Show(verb.Screen.Results, versions, faults);
            return faults.Count == 0 ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }

    static (int Versions, IReadOnlyList<StoreFault> Faults) Check(Verb verb, string? text, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        var named = text is null ? null : ModelReference.Parse(text);
        var models = named is null ? StoreOptions.All(verb) : [StoreOptions.Store(verb).Existing(named.Model)];
        if (named?.Which is { } which) return (1, StoreVerification.Of(models[0], models[0].Resolve(which), cancellationToken));

        var (done, all) = (0, models.Sum(model => model.Versions.Count));
        var faults = models.SelectMany(model => StoreVerification.Of(model, new Versions(() => progress.Report(new("verifying", Share: (double)Math.Min(++done, all) / all))), cancellationToken)).ToArray();
        return (all, faults);
    }

    static JsonObject Json(int versions, IReadOnlyList<StoreFault> faults) => new()
    {
        ["sound"] = faults.Count == 0,
        ["versions"] = versions,
        ["faults"] = new JsonArray([.. faults.Select(fault => (JsonNode)new JsonObject { ["model"] = fault.Model, ["version"] = fault.Version, ["problem"] = fault.Problem })]),
    };

    static void Show(IAnsiConsole console, int versions, IReadOnlyList<StoreFault> faults)
    {
        foreach (var fault in faults) console.MarkupLineInterpolated($"[red]{fault.Model}{(fault.Version is { } version ? $"@{version}" : "")}[/] {fault.Problem}");
        console.MarkupLineInterpolated($"{versions:N0} {(versions == 1 ? "version" : "versions")}: {(faults.Count == 0 ? "all as they were written." : faults.Count == 1 ? "1 fault." : $"{faults.Count:N0} faults.")}");
    }

    sealed class Versions(Action report) : IProgress<int>
    {
        public void Report(int value) => report();
    }
}
