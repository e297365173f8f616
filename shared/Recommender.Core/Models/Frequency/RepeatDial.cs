namespace Recommender.Core.Models.Frequency;

/// <summary>Mixes what was bought before with what is new to the shopper.</summary>
static class RepeatDial
{
    /// <summary>
    /// Scales both parts to a best score of 1, then weighs what is new by <paramref name="explore"/> and what was bought by the rest: at one
    /// half they take turns, at 1 only what is new is left. The order inside each part stays.
    /// </summary>
    public static void Turn(double explore, ReadOnlySpan<int> bought, Span<float> scores)
    {
        var isBought = new bool[scores.Length];
        foreach (var item in bought) isBought[item] = true;
        var (mostBought, mostNew) = (0f, 0f);
        for (var item = 0; item < scores.Length; item++)
        {
            if (isBought[item]) mostBought = Math.Max(mostBought, scores[item]);
            else mostNew = Math.Max(mostNew, scores[item]);
        }
        for (var item = 0; item < scores.Length; item++)
        {
            scores[item] = !isBought[item] ? Share(scores[item], mostNew, explore)
                : explore < 1 ? Share(scores[item], mostBought, 1 - explore)
                : float.NegativeInfinity;
        }
    }

    static float Share(float score, float most, double share) => most == 0 ? 0 : (float)(share * score / most);
}
