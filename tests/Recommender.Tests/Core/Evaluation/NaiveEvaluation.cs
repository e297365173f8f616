using Recommender.Core.Evaluation;
using Recommender.Core.Models;

namespace Recommender.Tests.Core.Evaluation;

/// <summary>The definitions followed word by word: sort everything, look at the first k, count.</summary>
static class NaiveEvaluation
{
    public static List<(int Place, Dictionary<string, double> Metrics)> Of(IModel model, Fold fold, View view, int[] cutoffs)
    {
        var persons = new List<(int, Dictionary<string, double>)>();
        for (var place = 0; place < fold.Cases.Count; place++)
        {
            var history = fold.Cases.HistoryOf(place).Items.ToArray().ToHashSet();
            var targets = fold.Cases.Targets.RowIndices(place).ToArray().Where(item => view.Wants(item, history.Contains(item))).ToHashSet();
            if (targets.Count == 0 || view.HasCase?.Invoke(place) == false) continue;

            var scores = EvaluationShops.Scores(model, fold.Cases.Shopper(place, view.Repeats));
            var allowed = Enumerable.Range(0, scores.Length).Where(item => view.Repeats == Repeats.Allowed || !history.Contains(item)).ToArray();
            var ranking = allowed.Where(item => !float.IsNegativeInfinity(scores[item])).OrderByDescending(item => scores[item]).ThenBy(item => item).ToArray();
            var metrics = cutoffs.SelectMany(cutoff => At(ranking, targets, cutoff)).ToDictionary();
            metrics["auc"] = Auc(scores, allowed, targets);
            persons.Add((place, metrics));
        }
        return persons;
    }

    static IEnumerable<KeyValuePair<string, double>> At(int[] ranking, HashSet<int> targets, int cutoff)
    {
        var hits = ranking.Take(cutoff).Select(targets.Contains).ToArray();
        var count = hits.Count(hit => hit);
        var first = Array.IndexOf(hits, true);
        yield return new($"precision@{cutoff}", (double)count / cutoff);
        yield return new($"recall@{cutoff}", (double)count / targets.Count);
        yield return new($"recall_min@{cutoff}", (double)count / Math.Min(cutoff, targets.Count));
        yield return new($"hit@{cutoff}", count > 0 ? 1 : 0);
        yield return new($"mrr@{cutoff}", first < 0 ? 0 : 1.0 / (first + 1));
        yield return new($"map@{cutoff}", hits.Select((hit, rank) => hit ? hits.Take(rank + 1).Count(h => h) / (rank + 1.0) : 0).Sum() / Math.Min(cutoff, targets.Count));
        yield return new($"ndcg@{cutoff}", Gain(hits) / Gain(Enumerable.Repeat(true, Math.Min(cutoff, targets.Count))));
    }

    static double Gain(IEnumerable<bool> hits) => hits.Select((hit, rank) => hit ? 1 / Math.Log2(rank + 2) : 0).Sum();

    static double Auc(float[] scores, int[] allowed, HashSet<int> targets)
    {
        var pairs = from target in targets
                    from other in allowed
                    where !targets.Contains(other)
                    select scores[target] > scores[other] ? 1 : scores[target] == scores[other] ? 0.5 : 0;
        return pairs.DefaultIfEmpty(1).Average();
    }
}
