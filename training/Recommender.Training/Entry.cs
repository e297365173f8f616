using System.CommandLine;
using System.CommandLine.Help;
using Recommender.Training.Commands;

namespace Recommender.Training;

/// <summary>The console's table of contents.</summary>
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
            From a shop's purchase history to recommendations: measured, versioned, served.

            Start with:
              recommender demo
            Your own data:
              recommender import orders.csv --dataset shop
            From source to live version, by hand or by night:
              recommender run pipelines/beauty.yaml

            Exit codes: 0 done, 1 failed, 2 wrong use, 3 refused by a check or gate, 130 interrupted.
            """)
        {
            GenerateCommand.Create(),
            ImportCommand.Create(),
            ProfileCommand.Create(),
            DataCommand.Create(),
            TrainersCommand.Create(),
            TrainCommand.Create(),
            EvaluateCommand.Create(),
            CompareCommand.Create(),
            TuneCommand.Create(),
            ModelsCommand.Create(),
            ScoreCommand.Create(),
            RunCommand.Create(),
            ScheduleCommand.Create(),
            DriftCommand.Create(),
            SchemaCommand.Create(),
            ItemsetsCommand.Create(),
            RulesCommand.Create(),
            MatrixCommand.Create(),
            BundlesCommand.Create(),
            TrendsCommand.Create(),
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
