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

        // One draw of cases serves the metrics of all views.
        var measured = new Queue<Measurement>(Interval.Around(
            [.. run.Scores.SelectMany(scores => scores.Columns).Select(column => column.Values)], options.Bootstrap, cancellationToken));
        var views = new List<ViewResult>();
        foreach (var scores in run.Scores)
        {
            var metrics = scores.Columns.Select(column => (column.Name, Value: measured.Dequeue())).ToArray();
            var cases = scores.Cases();
            if (cases.Length > 0) views.Add(Result(scores.View.Name, cases, scores.Columns, [.. metrics, .. run.ReachOf(scores.View)]));
        }
        return new(fold.Cases.Names, views);
    }

    /// <summary>Measures the ratings that a model foretells against those that the cases gave: the view <see cref="Views.Ratings"/>.</summary>
    public static ModelEvaluation EvaluateRatings(IRatingModel model, Fold fold, BootstrapOptions options, CancellationToken cancellationToken)
    {
        Check(model, fold);
        var (cases, columns) = RatingRun.Run(model, fold.Cases, options.Threads, cancellationToken);
        if (cases.Length == 0) throw new UserErrorException($"'{fold.Training.Name}' has no ratings in its test part. Evaluate without --explicit, or import the data with the column of its ratings.");

        var measured = Interval.Around([.. columns.Select(column => column.Values)], options, cancellationToken);
        return new(fold.Cases.Names, [Result(Views.Ratings, cases, columns, columns.Zip(measured, (column, value) => (column.Name, value)))]);
    }

    static ViewResult Result(
        string name, int[] cases, IReadOnlyList<(string Name, PersonValues Values)> columns, IEnumerable<(string Name, Measurement Value)> metrics) => new()
    {
        Name = name,
        Cases = cases,
        Metrics = metrics.Where(metric => !double.IsNaN(metric.Value.Value)).ToDictionary(metric => metric.Name, metric => metric.Value),
        Persons = columns.ToDictionary(column => column.Name, column => column.Values.Of(cases)),
    };

    static void Check(IModel model, Fold fold)
    {
        if (model.ItemCount != fold.Training.Items.Count)
            throw new UserErrorException($"The model '{model.Kind}' scores {model.ItemCount} items, the training part of '{fold.Training.Name}' has {fold.Training.Items.Count}. Evaluate it on the data it was trained on.");
    }
}
