using Recommender.Core.Evaluation.Intervals;
using Recommender.Core.Models;

namespace Recommender.Core.Evaluation;

/// <summary>Measures models on the cases of a fold.</summary>
public static class Evaluator
{
    /// <summary>
    /// Ranks all items for every case over all cores and measures each view with its intervals. The result is the same on any number of
    /// threads.
    /// </summary>
    public static ModelEvaluation Evaluate(IModel model, Fold fold, EvaluationOptions options, CancellationToken cancellationToken)
    {
        options.Check();
        Check(model, fold);
        var run = new RankingRun(model, fold, options);
        run.Run(cancellationToken);

        var views = new List<ViewResult>();
        for (var view = 0; view < run.Scores.Count; view++)
        {
            var cases = run.Scores[view].Cases();
            if (cases.Length == 0) continue;

            var result = Result(run.Scores[view].View.Name, cases, run.Scores[view].Columns(cases), options.Bootstrap, cancellationToken);
            views.Add(result with { Metrics = WithReach(result.Metrics, run, view) });
        }
        return new(fold.Cases.Names, views);
    }

    /// <summary>Measures the ratings that a model foretells against those that the cases gave: the view <see cref="Views.Ratings"/>.</summary>
    public static ModelEvaluation EvaluateRatings(IRatingModel model, Fold fold, BootstrapOptions options, CancellationToken cancellationToken)
    {
        Check(model, fold);
        var (cases, columns) = RatingRun.Run(model, fold.Cases, options.Threads, cancellationToken);
        if (cases.Length == 0) throw new UserErrorException($"'{fold.Training.Name}' has no ratings in its test part. Evaluate without --explicit, or import the data with the column of its ratings.");

        return new(fold.Cases.Names, [Result(Views.Ratings, cases, columns, options, cancellationToken)]);
    }

    static ViewResult Result(
        string name, int[] cases, IReadOnlyList<(string Name, PersonValues Values)> columns, BootstrapOptions options, CancellationToken cancellationToken)
    {
        var measured = Interval.Around([.. columns.Select(column => column.Values)], options, cancellationToken);
        return new()
        {
            Name = name,
            Cases = cases,
            Metrics = columns.Select((column, place) => (column.Name, Value: measured[place]))
                .Where(metric => !double.IsNaN(metric.Value.Value))
                .ToDictionary(metric => metric.Name, metric => metric.Value),
            Persons = columns.ToDictionary(column => column.Name, column => column.Values),
        };
    }

    static Dictionary<string, Measurement> WithReach(IReadOnlyDictionary<string, Measurement> metrics, RankingRun run, int view)
    {
        var all = new Dictionary<string, Measurement>(metrics);
        foreach (var (cutoff, reach) in run.ReachesOf(view))
        {
            all[$"coverage@{cutoff}"] = new(reach.Coverage(), Low: null, High: null);
            all[$"gini@{cutoff}"] = new(reach.Gini(), Low: null, High: null);
        }
        return all;
    }

    static void Check(IModel model, Fold fold)
    {
        if (model.ItemCount != fold.Training.Items.Count)
            throw new UserErrorException($"The model '{model.Kind}' scores {model.ItemCount} items, the training part of '{fold.Training.Name}' has {fold.Training.Items.Count}. Evaluate it on the data it was trained on.");
    }
}
