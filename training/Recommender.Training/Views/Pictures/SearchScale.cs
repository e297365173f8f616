using System.Globalization;
using Recommender.Training.Tuning;

namespace Recommender.Training.Views.Pictures;

/// <summary>How high a metric stands in a drawing: from the lowest end of all intervals to the highest.</summary>
sealed class SearchScale(IReadOnlyList<TuningTrial> trials, double top, double bottom)
{
    readonly double _low = trials.Min(trial => trial.Score.Low ?? trial.Score.Value);
    readonly double _high = trials.Max(trial => trial.Score.High ?? trial.Score.Value);

    public string LowText => Text(_low);

    public string HighText => Text(_high);

    public double At(double value) => _high > _low ? bottom - (value - _low) / (_high - _low) * (bottom - top) : (top + bottom) / 2;

    static string Text(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
