using Recommender.Core.Models.Factors.OneClass;
using Recommender.Training.Trainers;
using Recommender.Training.Trainers.OneClass;

namespace Recommender.Tests.Training.Trainers.OneClass;

public sealed class LogisticOneClassTests : TrainerContract
{
    internal override ITrainer Create() => new OneClassTrainer(new() { Loss = OneClassLoss.Logistic, Factors = 4 });
}
