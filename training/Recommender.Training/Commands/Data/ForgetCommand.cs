using System.CommandLine;
using System.Text.Json.Nodes;
using Recommender.Storage.Forgetting;
using Recommender.Training.Terminal;

namespace Recommender.Training.Commands.Data;

/// <summary><c>recommender data forget 13085</c></summary>
static class ForgetCommand
{
    public static Command Create()
    {
        var customer = new Argument<string>("customer") { Description = "The customer's id as it stands in the data." };
        var command = new Command("forget",
            """
            Take a person out of everything this home holds, and keep them out of later imports.

            Every snapshot and all scores below the home are rewritten without the person; the receipt names the old and the new hashes. Backups taken earlier still hold the person.

            Example:
              recommender data forget 13085 --json > receipt.json
            """) { customer };
        Verb.Bind(command, (verb, parsed, cancellationToken) =>
        {
            var desk = new DataSubjects(verb.Home, verb.Tenant, TimeProvider.System);
            var receipt = new ProgressView(verb.Screen).Work(progress => desk.Forget(parsed.GetRequiredValue(customer), verb.Say, progress, cancellationToken));
            if (verb.Json) Verb.Print(JsonNode.Parse(receipt.ToJson())!);
            else foreach (var line in receipt.Lines) Console.Out.WriteLine(line);
            return ExitCode.Done;
        });
        return command;
    }
}
