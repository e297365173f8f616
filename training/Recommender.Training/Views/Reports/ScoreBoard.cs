using Recommender.Core.Evaluation;
using Recommender.Core.Evaluation.Intervals;
using Recommender.Core.Evaluation.Metrics;
using Recommender.Core.Models.Popularity;

namespace Recommender.Training.Views.Reports;

/// <summary>All that competed, the best first, with what decided.</summary>
sealed record ScoreBoard(IReadOnlyList<Contender> Contenders, string View, string Metric)
{
    /// <summary>The one that became the version; null when nothing was measured.</summary>
    public Contender? Chosen => Contenders.FirstOrDefault(contender => contender.IsChosen);

    /// <summary>Popularity, where it was measured and is not itself the version.</summary>
    public Contender? Baseline => Contenders.FirstOrDefault(contender => contender.Result.Trainer == PopularityModel.Name && !contender.IsChosen);

    /// <summary>By how much the version exceeds popularity in what decided, person by person; null where the two do not compare.</summary>
    public Difference? Lead { get; private init; }

    /// <summary>How many customers had something to find in the deciding view.</summary>
    public int Customers => Chosen?.Result.Evaluation[View]?.Cases.Count ?? 0;

    /// <summary>The order of the contenders, and the comparison with popularity.</summary>
    public static ScoreBoard Of(ReportContent content)
    {
        var all = content.Results?.Trainers ?? [];
        var board = new ScoreBoard(
            [.. all.Select((result, place) => new Contender(TrainerLabel.Of(result, all), result, place == content.Chosen)).OrderBy(contender => Demerit(contender, content))],
            content.View, content.Metric);
        return board with { Lead = LeadOf(board, content.Results) };
    }

    static double Demerit(Contender contender, ReportContent content) =>
        contender.Measured(content.View, content.Metric) is { } measured ? MetricTable.SenseOf(content.Metric) == Sense.Lower ? measured.Value : -measured.Value : double.PositiveInfinity;

    static Difference? LeadOf(ScoreBoard board, EvaluationResult? results) => (results, board.Baseline, board.Chosen) is ({ } measured, { } baseline, { } chosen)
        ? Comparison.Of((board.View, board.Metric), baseline.Result.Evaluation, chosen.Result.Evaluation, new() { Seed = measured.Split.Seed }, CancellationToken.None)
        : null;
}
