using System.CommandLine;
using System.Text.Json.Nodes;
using Recommender.Core.Store;
using Recommender.Training.Experiments;
using Recommender.Training.Terminal;
using Spectre.Console;

namespace Recommender.Training.Commands.Models;

/// <summary><c>recommender models promote beauty@8</c></summary>
static class PromoteCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("version") { Description = "A model with an alias or number, such as beauty@8 [default: its newest version]." };
        var alias = new Option<string>("--alias") { Description = "The alias that is pointed at it.", HelpName = "name", DefaultValueFactory = _ => StoredModel.Production };
        var reason = new Option<string?>("--reason") { Description = "Why, for the history.", HelpName = "text" };
        var force = new Option<bool>("--force") { Description = "Make it live even where gates refuse it; needs --reason." };
        var threads = CommonOptions.Threads();
        var command = new Command("promote",
            """
            Make a version live: the gates of its pipeline are asked first, and refuse with the figures.

            Examples:
              recommender models promote beauty
              recommender models promote beauty@8 --alias candidate
              recommender models promote beauty@8 --force --reason "the new catalogue must go live today"
            """) { name, alias, reason, force, threads };
        Verb.Bind(command, (verb, parsed, cancellationToken) =>
        {
            var reference = WrongUse.Check(() => ModelReference.Parse(parsed.GetRequiredValue(name)));
            var model = TenantModels.Of(verb.Home, verb.Tenant).Existing(reference.Model);
            var request = new PromotionRequest(model, reference.Which is { } which ? model.Resolve(which) : model.Versions[^1], parsed.GetRequiredValue(alias))
            {
                Reason = parsed.GetValue(reason),
                IsForced = parsed.GetValue(force),
            };
            WrongUse.Check(request.Check);
            var threadCount = CommonOptions.ThreadsOf(parsed, threads);
            var outcome = new ProgressView(verb.Screen).Steps(progress => new Promotion(new(verb.Home, verb.Tenant, threadCount, progress), TimeProvider.System).Run(request, cancellationToken));
            if (verb.Json) Verb.Print(Json(outcome));
            else Show(verb.Screen.Results, outcome);
            return outcome.IsPromoted ? ExitCode.Done : Refused(outcome);
        });
        return command;
    }

    static JsonObject Json(PromotionOutcome outcome) => new()
    {
        ["model"] = outcome.Request.Model.Name,
        ["version"] = outcome.Request.Version,
        ["alias"] = outcome.Request.Alias,
        ["promoted"] = outcome.IsPromoted,
        ["forced"] = outcome.IsForced,
        ["gates"] = new JsonArray([.. outcome.Gates.Select(gate => (JsonNode)new JsonObject { ["gate"] = gate.Name, ["passed"] = gate.Passed, ["sentence"] = gate.Sentence })]),
    };

    static void Show(IAnsiConsole console, PromotionOutcome outcome)
    {
        var table = Screen.Table("=gate", "=", "what it says");
        foreach (var gate in outcome.Gates) table.AddRow(Markup.Escape(gate.Name), gate.Passed ? "[green]passed[/]" : "[red]refused[/]", Markup.Escape(gate.Sentence));
        console.Write(table);
        if (!outcome.IsPromoted) return;

        var (request, how) = (outcome.Request, outcome.IsForced ? "by force " : "");
        console.MarkupLineInterpolated($"[bold]{request.Model.Name}[/] version {request.Version} is {how}[green]{request.Alias}[/]. Back again: recommender models rollback {request.Model.Name} --alias {request.Alias}");
    }

    // On standard error beside the document or table that says the same in full.
    static int Refused(PromotionOutcome outcome)
    {
        var request = outcome.Request;
        Console.Error.WriteLine($"error: version {request.Version} of '{request.Model.Name}' does not become {request.Alias}. {outcome.Refusals}. Publish a better one, or overrule the gates: --force --reason \"...\".");
        return ExitCode.Refused;
    }
}
