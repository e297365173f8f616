using Recommender.Core.Models.Autoencoders;
using Recommender.Training.Trainers;
using Recommender.Training.Trainers.Autoencoder;

namespace Recommender.Tests.Training.Trainers.Autoencoder;

public sealed class VariationalAutoencoderTests : TrainerContract
{
    protected override double FoldInLikeness => 0.999999;

    internal override ITrainer Create() =>
        new AutoencoderTrainer(new() { Kind = AutoencoderKind.Variational, Hidden = 8, Outer = 16, Batch = 32, LearningRate = 0.01, HalfLife = 0, InputHalfLife = 0 });
}
