using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Evaluation.Gates;
using Recommender.Core.Store;
using Recommender.Training.Pipelines.Steps;
using Recommender.Training.Trainers;

namespace Recommender.Training.Pipelines.Documents;

/// <summary>What the keys of a pipeline demand of each other: said before anything runs, not after an hour of training.</summary>
static class PipelineRules
{
    const int LongestList = 1000;
    const int MostLengths = 20;

    /// <summary>Asks every rule; <paramref name="check"/> says which key a rule is about.</summary>
    public static void Check(Pipeline pipeline, Action<string, Action> check)
    {
        check("alias", () => new GateOptions { NotWorseThan = pipeline.Alias }.Check());
        check("at", () => CheckLengths(pipeline.At));
        check("metric", () => CheckLength(pipeline.Decisive, pipeline.At));
        check("gates", () =>
        {
            foreach (var metric in pipeline.Gates.Minimum.Keys) CheckLength(metric, pipeline.At);
        });
        check("trainers", () => CheckTrainers(pipeline));
        check("matrix", () => CheckMatrix(pipeline));
    }

    static void CheckLengths(IReadOnlyList<int> at)
    {
        if (at.Count is 0 or > MostLengths) throw new UserErrorException($"{at.Count} lengths of list are given; give 1 to {MostLengths}, such as [10, 20].");
        if (at.FirstOrDefault(length => length is < 1 or > LongestList, 1) is var wrong && wrong is < 1 or > LongestList) throw new UserErrorException($"A list of {wrong} cannot be measured; lengths go from 1 to {LongestList}.");
    }

    static void CheckLength(string metric, IReadOnlyList<int> at)
    {
        if (metric.Split('@') is [_, var length] && !at.Any(measured => string.Equals(measured.ToString(System.Globalization.CultureInfo.InvariantCulture), length, StringComparison.Ordinal)))
            throw new UserErrorException($"'{metric}' is not measured: lists are looked at by {string.Join(", ", at)}. Add {length} to 'at', or take one of these.");
    }

    static void CheckTrainers(Pipeline pipeline)
    {
        foreach (var entry in pipeline.Trainers.Entries)
        {
            var foretells = TrainerCatalogue.Create(entry.Spec.Name, entry.Spec.Options).Needs.HasFlag(DatasetParts.Ratings);
            if (foretells != pipeline.Explicit)
                throw new UserErrorException(foretells ? $"'{entry.Spec.Name}' foretells ratings; add 'explicit: true', or name a trainer that ranks." : $"'{entry.Spec.Name}' does not foretell ratings; with 'explicit' name matrix-factorization.");
        }
    }

    static void CheckMatrix(Pipeline pipeline)
    {
        if (MatrixStep.NameOf(pipeline) is not { } matrix) return;

        _ = new ModelStore(".").Model(matrix);
        if (matrix == pipeline.ModelName) throw new UserErrorException($"The matrix cannot have the name of the model, '{matrix}': one would go live in the place of the other. Leave 'model' of the matrix away.");
    }
}
