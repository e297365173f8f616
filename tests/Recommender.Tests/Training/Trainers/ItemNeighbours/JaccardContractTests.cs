using Recommender.Training.Trainers;
using Recommender.Training.Trainers.ItemNeighbours;

namespace Recommender.Tests.Training.Trainers.ItemNeighbours;

public sealed class JaccardContractTests : TrainerContract
{
    internal override ITrainer Create() => new ItemNeighboursTrainer(new() { Measure = NearnessKind.Jaccard });
}
