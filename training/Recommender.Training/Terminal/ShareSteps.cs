namespace Recommender.Training.Terminal;

/// <summary>The share of a piece of work as a step of long work.</summary>
sealed class ShareSteps(string step, IProgress<StepProgress> progress) : IProgress<double>
{
    public void Report(double value) => progress.Report(new(step, Share: value));
}
