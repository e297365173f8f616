namespace Recommender.Training.Trainers;

/// <summary>Where a training run stands after an epoch; the loss is NaN where the trainer has none.</summary>
sealed record EpochReport(string Trainer, int Epoch, int Of, double Loss, TimeSpan Elapsed, long Examples = 0);
