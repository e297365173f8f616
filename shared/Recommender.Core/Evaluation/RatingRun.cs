using Recommender.Core.Evaluation.Intervals;
using Recommender.Core.Models;

namespace Recommender.Core.Evaluation;

/// <summary>How far ratings foretold are from those given, for each case that gave any.</summary>
static class RatingRun
{
    /// <summary>The cases with ratings, and their root mean square and mean absolute errors.</summary>
    public static (int[] Cases, IReadOnlyList<(string Name, PersonValues Values)> Columns) Run(
        IRatingModel model, EvaluationCases cases, int threads, CancellationToken cancellationToken)
    {
        var (squares, absolutes, counts) = (new float[cases.Count], new float[cases.Count], new float[cases.Count]);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, cases.Count, parallel, place =>
            (squares[place], absolutes[place], counts[place]) = Errors(model, cases, place));

        int[] rated = [.. Enumerable.Range(0, cases.Count).Where(place => counts[place] > 0)];
        return (rated, [("rmse", new(squares, counts, isRoot: true)), ("mae", new(absolutes, counts))]);
    }

    static (float Square, float Absolute, float Count) Errors(IRatingModel model, EvaluationCases cases, int place)
    {
        var items = cases.Targets.RowIndices(place);
        var ratings = cases.Targets.RowValues(place);
        var (square, absolute, count) = (0.0, 0.0, 0);
        for (var entry = 0; entry < ratings.Length; entry++)
        {
            if (float.IsNaN(ratings[entry])) continue;

            double error = model.Predict(cases.Customers[place], items[entry]) - ratings[entry];
            square += error * error;
            absolute += Math.Abs(error);
            count++;
        }
        return count == 0 ? default : ((float)(square / count), (float)(absolute / count), count);
    }
}
