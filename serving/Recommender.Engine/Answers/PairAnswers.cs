using Recommender.Core.Baskets.CrossSell;
using Recommender.Core.Datasets;

namespace Recommender.Engine.Answers;

/// <summary>The pairs of a cross-sell matrix, anchor by anchor, the closest partners first.</summary>
public static class PairAnswers
{
    /// <summary>The pairs wanted; anchors that the matrix does not know have none.</summary>
    public static IReadOnlyList<AnsweredPair> Of(CrossSellMatrix matrix, Vocabulary items, PairQuestion question)
    {
        var (pairs, best) = (new List<AnsweredPair>(), new CrossSellMatch[question.Count]);
        foreach (var anchor in AnchorsOf(matrix, items, question))
        {
            var found = matrix.Find(anchor, question.Query, best);
            foreach (var match in best.AsSpan(0, found))
                pairs.Add(new(items[anchor], items[match.Item], match.Affinity, match.Count, match.Support, match.Confidence, match.Lift));
        }
        return pairs;
    }

    static IEnumerable<int> AnchorsOf(CrossSellMatrix matrix, Vocabulary items, PairQuestion question) => question.Anchors.Count > 0
        ? question.Anchors.Select(id => items.Find(id)).Where(anchor => anchor >= 0).Distinct()
        : Enumerable.Range(0, matrix.ItemCount).Where(anchor => matrix.KeptOf(anchor) > 0)
            .OrderByDescending(matrix.CountOf).ThenBy(anchor => anchor).Take(question.MostAnchors);
}
