using Recommender.Core.Datasets;

namespace Recommender.Core.Models;

/// <summary>
/// Who is asking: a customer whom the model was trained on (by number, and the history is the one of the training data) or -1, a stranger
/// who is known by the history alone. <paramref name="Now"/> is in minutes since 1970.
/// </summary>
public readonly record struct Shopper(int Customer, History History, int Now, Repeats Repeats)
{
    /// <summary>Somebody the model has never seen, known by a history.</summary>
    public static Shopper Stranger(History history, int now, Repeats repeats = Repeats.LeftOut) => new(-1, history, now, repeats);
}
