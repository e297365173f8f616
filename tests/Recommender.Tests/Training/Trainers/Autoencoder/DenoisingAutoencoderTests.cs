using Recommender.Core.Models.Autoencoders;
using Recommender.Training.Trainers;
using Recommender.Training.Trainers.Autoencoder;

namespace Recommender.Tests.Training.Trainers.Autoencoder;

public sealed class DenoisingAutoencoderTests : TrainerContract
{
    // Nothing of a customer is part of the model: a stranger with the same history goes the same way.
    protected override double FoldInLikeness => 0.999999;

    internal override ITrainer Create() => new AutoencoderTrainer(new() { Hidden = 16, Batch = 32, LearningRate = 0.01, HalfLife = 0, Kind = AutoencoderKind.Denoising, InputHalfLife = 0 });
}
