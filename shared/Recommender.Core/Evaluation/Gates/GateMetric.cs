using System.Globalization;
using Recommender.Core.Evaluation.Metrics;

namespace Recommender.Core.Evaluation.Gates;

/// <summary>Metrics as gates name them: with the length of list, such as ndcg@20; rmse, mae and auc have none.</summary>
static class GateMetric
{
    static readonly string[] Errors = ["rmse", "mae"];

    /// <summary>The length of list where the name has one.</summary>
    public static int? CutoffOf(string name) =>
        name.Split('@') is [_, var cutoff] && int.TryParse(cutoff, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length > 0 ? length : null;

    /// <summary>Throws when no version can be better or worse by it.</summary>
    public static void Demand(string name)
    {
        var bare = name.Split('@')[0];
        string[] known = [.. MetricTable.All.Where(metric => !metric.IsOfList).Select(metric => metric.Name), .. Errors];
        if (!known.Contains(bare, StringComparer.Ordinal))
            throw new UserErrorException($"gates: '{name}' is no metric that decides.{Suggestion.For(bare, known)} Metrics: {string.Join(", ", known)}, with a length of list as in ndcg@20.");

        var isWhole = Errors.Contains(bare) || MetricTable.All.Any(metric => metric.Name == bare && metric.IsOfWholeRanking);
        if (isWhole != (name == bare) || (!isWhole && CutoffOf(name) is null))
            throw new UserErrorException(isWhole ? $"gates: '{name}' has no length of list. Write {bare}." : $"gates: '{name}' needs a length of list. Write {bare}@20.");
    }
}
