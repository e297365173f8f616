using System.CommandLine;
using Recommender.Training.Pipelines;
using Recommender.Training.Pipelines.Documents;
using Recommender.Training.Terminal;
using Recommender.Training.Views;

namespace Recommender.Training.Commands;

/// <summary><c>recommender run pipelines/beauty.yaml</c></summary>
static class RunCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("pipeline") { Description = "The pipeline's YAML file." };
        var source = new Option<string?>("--source") { Description = "Read the shop's files from here instead of where the pipeline says.", HelpName = "path" };
        var dry = new Option<bool>("--dry-run") { Description = "Check the file and print the plan: which steps are to do, with about how much time and memory; nothing is run." };
        var fresh = new Option<bool>("--fresh") { Description = "Do every step again, whatever was done before." };
        var threads = CommonOptions.Threads();
        var command = new Command("run",
            """
            Run a pipeline: import, train and measure every candidate, publish the best, and promote it when it passes its gates. What was done
            before for the same inputs is not done again; a run that was killed goes on where it was.

            Examples:
              recommender run pipelines/beauty.yaml
              recommender run pipelines/online-retail.yaml --source data/online-retail-ii.csv.gz --dry-run
            """) { file, source, dry, fresh, threads };
        Verb.Bind(command, (verb, parsed, cancellationToken) =>
        {
            var pipeline = PipelineFile.Load(parsed.GetRequiredValue(file)).From(parsed.GetValue(source));
            var setting = new RunSetting(pipeline, verb.Home, verb.Tenant, CommonOptions.ThreadsOf(parsed, threads)) { Say = verb.Say, IsFresh = parsed.GetValue(fresh) };
            return parsed.GetValue(dry) ? Plan(verb, setting, cancellationToken) : Run(verb, setting, cancellationToken);
        });
        return command;
    }

    static int Plan(Verb verb, RunSetting setting, CancellationToken cancellationToken)
    {
        var plan = PipelinePlan.Of(setting, cancellationToken);
        if (verb.Json) Verb.Print(PlanJson.Of(setting, plan));
        else PlanView.Show(verb.Screen, setting, plan);
        return ExitCode.Done;
    }

    static int Run(Verb verb, RunSetting setting, CancellationToken cancellationToken)
    {
        using var held = setting.Hold();
        var run = new ProgressView(verb.Screen).Steps(progress => new PipelineRun(setting, progress, cancellationToken).Run());
        if (verb.Json) Verb.Print(RunJson.Of(setting, run));
        else RunView.Show(verb.Screen, setting, run, verb.HomeWords);
        return run.Verdict.IsPromoted ? ExitCode.Done : ExitCode.Refused;
    }
}
