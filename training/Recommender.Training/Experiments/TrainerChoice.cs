using Recommender.Core;
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
        var members = named.Any(trainer => trainer is BlendTrainer { HasMembers: false }) ? BlendMember.TextOf(others) : "";
        return [.. named.Select(trainer => trainer is BlendTrainer { HasMembers: false } blend ? blend.With(others, members) : trainer)];
    }

    /// <summary>Says before anything is trained that a trainer cannot do what is asked for.</summary>
    public static void Check(IEnumerable<ITrainer> trainers, Dataset dataset, bool isExplicit)
    {
        foreach (var trainer in trainers)
        {
            var foretells = trainer.Needs.HasFlag(DatasetParts.Ratings);
            if (isExplicit && !foretells) throw new UserErrorException($"'{trainer.Name}' does not foretell ratings. With --explicit name a trainer that does: matrix-factorization.");
            if (foretells && dataset.Ratings is null)
                throw new UserErrorException($"'{trainer.Name}' learns from ratings and '{dataset.Name}' has none. Import a column of ratings (rating, stars, score), or leave the trainer out.");
        }
    }

    /// <summary>The columns of the data that any of them reads.</summary>
    public static DatasetParts Needs(IEnumerable<ITrainer> trainers) => trainers.Aggregate(DatasetParts.None, (parts, trainer) => parts | trainer.Needs);
}
