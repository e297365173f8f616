using Recommender.Training.Trainers;
using Recommender.Training.Trainers.ItemNeighbours;

namespace Recommender.Tests.Training.Trainers.ItemNeighbours;

public sealed class P3aContractTests : TrainerContract
{
    internal override ITrainer Create() => new ItemNeighboursTrainer(new() { Measure = NearnessKind.P3a });
}
