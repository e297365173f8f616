using Recommender.Core.Evaluation.Intervals;
using Recommender.Core.Evaluation.Metrics;

namespace Recommender.Core.Evaluation;

/// <summary>Compares two models person by person: what both find easy or hard falls out of the difference.</summary>
public static class Comparison
{
    /// <summary>
    /// The differences of every metric that has a better and a worse, view by view. Results of different data or another cut are an
    /// error.
    /// </summary>
    public static IReadOnlyList<Difference> Between(Scored first, Scored second, BootstrapOptions options, CancellationToken cancellationToken)
    {
        Check(first.Result, second.Result);
        var (before, after) = (first.Evaluation, second.Evaluation);
        CheckNames(before, after);
        return [.. from view in before.Views
                   let other = after[view.Name]
                   where other is not null
                   from difference in Between(view, other, options, cancellationToken)
                   select difference];
    }

    /// <summary>The difference of one metric in one view; null when either was not measured by it.</summary>
    public static Difference? Of((string View, string Metric) asked, ModelEvaluation first, ModelEvaluation second, BootstrapOptions options, CancellationToken cancellationToken)
    {
        if (first[asked.View] is not { } before || second[asked.View] is not { } after) return null;
        if (!before.Persons.TryGetValue(asked.Metric, out var values) || !after.Persons.TryGetValue(asked.Metric, out var others)) return null;

        CheckNames(first, second);
        return Between(before with { Persons = Only(values) }, after with { Persons = Only(others) }, options, cancellationToken).FirstOrDefault();

        Dictionary<string, PersonValues> Only(PersonValues persons) => new() { [asked.Metric] = persons };
    }

    /// <summary>Whether two cuts of the same data are the same; a seed matters only where it decides something.</summary>
    public static bool IsSameCut(Split first, Split second) => (first.IsRandom ? first : first with { Seed = second.Seed }) == second;

    /// <summary>Whether two results are of the same cut of the same data.</summary>
    public static bool IsSameData(EvaluationResult first, EvaluationResult second) => first.Snapshot == second.Snapshot && IsSameCut(first.Split, second.Split);

    static IEnumerable<Difference> Between(ViewResult before, ViewResult after, BootstrapOptions options, CancellationToken cancellationToken)
    {
        if (!before.Cases.SequenceEqual(after.Cases))
            throw new UserErrorException($"The two results are not of the same customers in the view '{before.Name}'. Evaluate both again on the same data.");

        string[] metrics = [.. before.Persons.Keys.Where(name => after.Persons.ContainsKey(name) && MetricTable.SenseOf(name) != Sense.Neither)];
        var pairs = metrics.SelectMany(name => new[] { before.Persons[name], after.Persons[name] }).ToArray();
        var draws = Bootstrap.Draw(pairs, options, cancellationToken);
        for (var place = 0; place < metrics.Length; place++)
        {
            var (a, b) = (draws[2 * place], draws[2 * place + 1]);
            var (low, high) = Interval.Of([.. a.Zip(b, (before, after) => after - before)]);
            var (mean, other) = (pairs[2 * place].Mean(), pairs[2 * place + 1].Mean());
            yield return new(before.Name, metrics[place], other - mean, low, high) { First = mean, Second = other };
        }
    }

    static void CheckNames(ModelEvaluation before, ModelEvaluation after)
    {
        if (before.Names.Count != after.Names.Count || !before.Names.Letters.Span.SequenceEqual(after.Names.Letters.Span) || !before.Names.Ends.Span.SequenceEqual(after.Names.Ends.Span))
            throw new UserErrorException("The two results are not of the same customers. Evaluate both again on the same data.");
    }

    static void Check(EvaluationResult first, EvaluationResult second)
    {
        if (first.Snapshot != second.Snapshot)
            throw new UserErrorException($"The results are of different data, {first.Dataset} {first.Snapshot} and {second.Dataset} {second.Snapshot}; only results of the same data compare. Evaluate both on one of them.");
        if (!IsSameCut(first.Split, second.Split))
            throw new UserErrorException($"The results are of different cuts, '{first.Split}' with seed {first.Split.Seed} and '{second.Split}' with seed {second.Split.Seed}; only results of the same cut compare. Evaluate both with the same split and seed.");
    }
}
