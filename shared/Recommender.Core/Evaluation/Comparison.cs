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
        if (before.Names.Count != after.Names.Count || !before.Names.Letters.Span.SequenceEqual(after.Names.Letters.Span) || !before.Names.Ends.Span.SequenceEqual(after.Names.Ends.Span))
            throw new UserErrorException("The two results are not of the same customers. Evaluate both again on the same data.");

        return [.. from view in before.Views
                   let other = after[view.Name]
                   where other is not null
                   from difference in Between(view, other, options, cancellationToken)
                   select difference];
    }

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

    static void Check(EvaluationResult first, EvaluationResult second)
    {
        if (first.Snapshot != second.Snapshot)
            throw new UserErrorException($"The results are of different data, {first.Dataset} {first.Snapshot} and {second.Dataset} {second.Snapshot}; only results of the same data compare. Evaluate both on one of them.");
        if ((first.Split.IsRandom ? first.Split : first.Split with { Seed = second.Split.Seed }) != second.Split)
            throw new UserErrorException($"The results are of different cuts, '{first.Split}' with seed {first.Split.Seed} and '{second.Split}' with seed {second.Split.Seed}; only results of the same cut compare. Evaluate both with the same split and seed.");
    }
}
