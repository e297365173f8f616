using Recommender.Core;
using Recommender.Core.Evaluation.Metrics;

namespace Recommender.Training.Tuning;

/// <summary>The one metric that decides between two models.</summary>
static class DecisiveMetric
{
    /// <summary>What decides where nothing is said.</summary>
    public static string Usual(bool isExplicit) => isExplicit ? "rmse" : "ndcg@20";

    /// <summary>Returns <paramref name="name"/> when it can decide; else an error that names those that can.</summary>
    public static string Check(string name, bool isExplicit)
    {
        string[] known = isExplicit ? ["rmse", "mae"] : ["auc", .. MetricTable.All.Where(known => !known.IsOfList && !known.IsOfWholeRanking).Select(known => known.Name)];
        var bare = name.Split('@')[0];
        if (known.Contains(bare) && (name == bare) == (isExplicit || bare == "auc")) return name;

        throw new UserErrorException($"The metric '{name}' cannot decide.{Suggestion.For(bare, known)} Take one of {string.Join(", ", known)}{(isExplicit ? "" : ", those of a list with its length, such as ndcg@20")}.");
    }
}
