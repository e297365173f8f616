using Recommender.Core.Evaluation.Intervals;

namespace Recommender.Training.Drift;

/// <summary>One check: its figure, the limit it is held against, and what it came to. Without a figure there was nothing to measure.</summary>
sealed record DriftCheck(string Name, DriftVerdict Verdict, Measurement? Figure, double Limit, string Sentence)
{
    /// <summary>The check of a figure: drifted only where its whole interval lies above the limit.</summary>
    public static DriftCheck Of(string name, Measurement figure, double limit, string sentence) =>
        new(name, figure.Low > limit ? DriftVerdict.Drifted : DriftVerdict.Ok, figure, limit, sentence);

    /// <summary>A check that cannot be made yet, and why.</summary>
    public static DriftCheck TooLittle(string name, double limit, string why) => new(name, DriftVerdict.TooLittleData, null, limit, why);
}
