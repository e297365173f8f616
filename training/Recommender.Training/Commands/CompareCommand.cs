using System.CommandLine;
using System.Text.Json.Nodes;
using Recommender.Core.Datasets;
using Recommender.Core.Evaluation;
using Recommender.Core.Models.Folders;
using Recommender.Training.Experiments;
using Recommender.Training.Terminal;
using Recommender.Training.Trainers;
using Recommender.Training.Views;

namespace Recommender.Training.Commands;

/// <summary><c>recommender compare "ease(lambda=500)" "ease(lambda=1000)" --dataset shop</c></summary>
static class CompareCommand
{
    public static Command Create()
    {
        var data = new DataOptions();
        var first = new Argument<string>("a") { Description = "A model's folder, or a trainer with its options." };
        var second = new Argument<string>("b") { Description = "The one that is held against it." };
        var at = new Option<string>("--at") { Description = "Lengths of list that metrics look at.", HelpName = "10,20", DefaultValueFactory = _ => "10,20" };
        var isExplicit = new Option<bool>("--explicit") { Description = "Foretell ratings: rmse and mae instead of rankings." };
        var threads = CommonOptions.Threads();
        var command = new Command("compare",
            """
            Hold two models or trainers against each other on the same customers: differences with paired bootstrap intervals, and a verdict for each.

            Examples:
              recommender compare "ease(lambda=500)" "ease(lambda=1000)" --dataset shop
              recommender compare trained/ease trained/als --dataset shop --split temporal:2026-01-01
            """) { first, second, at, isExplicit, threads };
        data.AddTo(command);
        Verb.Bind(command, (verb, parsed, cancellationToken) =>
        {
            string[] names = [parsed.GetRequiredValue(first), parsed.GetRequiredValue(second)];
            var choice = data.Choice(parsed);
            var threadCount = CommonOptions.ThreadsOf(parsed, threads);
            var options = new TrialOptions(
                new() { Cutoffs = CutoffText.Read(parsed.GetRequiredValue(at)), Bootstrap = new() { Seed = choice.Seed, Threads = threadCount } }, choice.Seed, threadCount, parsed.GetValue(isExplicit));
            var trainers = WrongUse.Check(() => names.Select(name => IsFolder(name) ? null : Trainer(name)).ToArray());
            var result = new ProgressView(verb.Screen).Steps(progress =>
            {
                progress.Report(new("reading data"));
                var parts = TrainerChoice.Needs(trainers.OfType<ITrainer>()) | (options.IsExplicit ? DatasetParts.Ratings : DatasetParts.None);
                var cut = choice.Cut(verb.Home, verb.Tenant, parts, cancellationToken);
                TrainerChoice.Check(trainers.OfType<ITrainer>(), cut.Fold.Training, options.IsExplicit);
                var trial = new Trial(cut, options, progress);
                return trial.Result([.. names.Zip(trainers, (name, trainer) => Measured(trial, name, trainer, cancellationToken))]);
            });
            var differences = Comparison.Between(new(result, result.Trainers[0].Evaluation), new(result, result.Trainers[1].Evaluation), options.Evaluation.Bootstrap, cancellationToken);
            if (verb.Json) Verb.Print(new JsonObject { ["a"] = names[0], ["b"] = names[1], ["views"] = ComparisonJson.Of(differences), ["evaluation"] = EvaluationJson.Of(result) });
            else
            {
                EvaluationView.Show(verb.Screen, result);
                ComparisonView.Show(verb.Screen, differences, "a", "b");
            }
            return ExitCode.Done;
        });
        return command;
    }

    static bool IsFolder(string name) => Directory.Exists(name) || name.Contains('/', StringComparison.Ordinal);

    static ITrainer Trainer(string text) => TrainerChoice.Create(text) is [var trainer] ? trainer
        : throw new WrongUseException($"'{text}' names several trainers; compare takes one on each side.");

    static TrainerResult Measured(Trial trial, string name, ITrainer? trainer, CancellationToken cancellationToken)
    {
        if (trainer is not null) return trial.Run(trainer, cancellationToken);

        using var opened = ModelFolder.Open(name, cancellationToken);
        return trial.Run(opened, cancellationToken);
    }
}
