using Recommender.Core.Models;
using Recommender.Engine.Pool;

namespace Recommender.Engine.Answers;

/// <summary>How much a customer, or a visitor with a history, would want each of some items, by the model alone.</summary>
public static class ScoreAnswers
{
    /// <summary>Answers with a version that the caller holds.</summary>
    public static ScoreAnswer Of(Shop shop, LiveModel live, Question question, IReadOnlyList<string> items)
    {
        var trained = live.Trained;
        var (scores, known) = (new float[items.Count], new List<int>(items.Count));
        for (var place = 0; place < scores.Length; place++)
        {
            if (trained.Items.Find(items[place]) is >= 0 and var item) known.Add(item);
            else scores[place] = float.NegativeInfinity;
        }
        var shopper = shop.ShopperOf(question, trained, live.Manifest.Created);
        var found = trained.Model.ScorePairs(shopper, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(known));
        for (int place = 0, at = 0; place < scores.Length; place++)
        {
            if (scores[place] == 0) scores[place] = found[at++];
        }
        return new(live.Model, live.Version, scores);
    }
}
