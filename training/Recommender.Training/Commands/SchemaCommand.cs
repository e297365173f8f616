using System.CommandLine;
using Recommender.Training.Pipelines.Documents;

namespace Recommender.Training.Commands;

/// <summary><c>recommender schema</c></summary>
static class SchemaCommand
{
    public static Command Create()
    {
        var command = new Command("schema",
            """
            Print the JSON schema of pipeline files, by which editors complete and check them; it stands in pipelines/schema.json.

            Example:
              recommender schema
            """);
        Verb.Bind(command, (_, _, _) =>
        {
            Verb.Print(PipelineSchema.Create());
            return ExitCode.Done;
        });
        return command;
    }
}
