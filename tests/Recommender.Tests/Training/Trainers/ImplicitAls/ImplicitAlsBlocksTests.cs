using Recommender.Training.Trainers;
using Recommender.Training.Trainers.ImplicitAls;

namespace Recommender.Tests.Training.Trainers.ImplicitAls;

public sealed class ImplicitAlsBlocksTests : TrainerContract
{
    internal override ITrainer Create() => new ImplicitAlsTrainer(new() { Factors = 2, Solver = AlsSolver.Blocks, Block = 1 });
}
