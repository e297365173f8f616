using System.CommandLine;
using Recommender.Storage.Forgetting;

namespace Recommender.Training.Commands.Data;

/// <summary><c>recommender data export-person 13085</c></summary>
static class ExportPersonCommand
{
    public static Command Create()
    {
        var customer = new Argument<string>("customer") { Description = "The customer's id as it stands in the data." };
        var command = new Command("export-person",
            """
            Print everything this home holds on one person, as one JSON document.

            Example:
              recommender data export-person 13085 > person.json
            """) { customer };
        Verb.Bind(command, (verb, parsed, cancellationToken) =>
        {
            using var document = new MemoryStream();
            var rows = new DataSubjects(verb.Home, verb.Tenant, TimeProvider.System).Export(parsed.GetRequiredValue(customer), document, cancellationToken);
            using var output = Console.OpenStandardOutput();
            document.WriteTo(output);   // whole or not at all
            Console.Out.WriteLine();
            verb.Say(rows == 0 ? "Nothing is held on anybody of that id." : $"{rows:N0} rows are held on this person.");
            return ExitCode.Done;
        });
        return command;
    }
}
