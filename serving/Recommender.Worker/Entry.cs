using System.CommandLine;
using System.CommandLine.Help;
using Recommender.Worker.Access;
using Recommender.Worker.Serving;

namespace Recommender.Worker;

/// <summary>The table of contents of the verbs on live state.</summary>
static class Entry
{
    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Create().Parse(args);
        if (WrongUse.Explain(parsed) is { } wrong) return wrong;

        using var interruption = new Interruption();
        return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, interruption.Token);
    }

    public static Command Create()
    {
        var root = new Command("recommender",
            """
            Serves the versions that are live, and keeps what belongs to serving: tenants, tokens, rules.

            Start with:
              recommender token create --scopes score,events
              recommender serve

            Exit codes: 0 done, 1 failed, 2 wrong use, 3 refused, 130 interrupted.
            """)
        {
            ServeCommand.Create(),
            TenantCommand.Create(),
            TokenCommand.Create(),
            DemoCommand.Create(),
        };
        root.Options.Add(new HelpOption());
        root.Options.Add(new VersionOption());
        root.Options.Add(CommonOptions.Home);
        root.Options.Add(CommonOptions.Json);
        root.Options.Add(CommonOptions.Tenant);
        return root;
    }
}
