using Recommender.Core.Datasets;
using Recommender.Training.Trainers;

namespace Recommender.Training.Experiments;

/// <summary>The trainers of a command, made from their texts.</summary>
static class TrainerChoice
{
    /// <summary>All of them, in the order in which they were named.</summary>
    public static IReadOnlyList<ITrainer> Create(string text) => [.. TrainerSpec.ParseList(text).Select(spec => TrainerCatalogue.Create(spec.Name, spec.Options))];

    /// <summary>The columns of the data that any of them reads.</summary>
    public static DatasetParts Needs(IEnumerable<ITrainer> trainers) => trainers.Aggregate(DatasetParts.None, (parts, trainer) => parts | trainer.Needs);
}
