using Recommender.Core.Datasets;
using Recommender.Training.Trainers;
using Recommender.Training.Trainers.Blend;

namespace Recommender.Training.Experiments;

/// <summary>The trainers of a command, made from their texts.</summary>
static class TrainerChoice
{
    /// <summary>All of them, in the order in which they were named; a blend that names no members blends the others.</summary>
    public static IReadOnlyList<ITrainer> Create(string text)
    {
        ITrainer[] named = [.. TrainerSpec.ParseList(text).Select(spec => TrainerCatalogue.Create(spec.Name, spec.Options))];
        ITrainer[] others = [.. named.Where(trainer => trainer is not BlendTrainer)];
        return [.. named.Select(trainer => trainer is BlendTrainer { HasMembers: false } blend ? blend.With(others) : trainer)];
    }

    /// <summary>The columns of the data that any of them reads.</summary>
    public static DatasetParts Needs(IEnumerable<ITrainer> trainers) => trainers.Aggregate(DatasetParts.None, (parts, trainer) => parts | trainer.Needs);
}
