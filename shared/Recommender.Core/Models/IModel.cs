using Recommender.Core.Models.Tensors;
using Recommender.Core.Numerics;

namespace Recommender.Core.Models;

/// <summary>Trained state that scores. Immutable; every method may be called from many threads at once.</summary>
public interface IModel
{
    /// <summary>The name of its trainer, which is also the kind by which it is read back.</summary>
    string Kind { get; }

    /// <summary>How many items it scores: the length of every row of scores.</summary>
    int ItemCount { get; }

    /// <summary>Whether scores depend on <see cref="Shopper.Repeats"/>; a model that says no is scored once where both are asked.</summary>
    bool HeedsRepeats => true;

    /// <summary>
    /// Fills one row of <paramref name="scores"/> (shoppers, items) for each shopper. Higher is better; scores compare inside a row
    /// only, are never NaN, and are -∞ where the model has nothing to say. What was bought before is scored like everything else.
    /// </summary>
    void Score(ReadOnlySpan<Shopper> shoppers, Matrix scores);

    /// <summary>Fills <paramref name="scores"/> with how near every item is to <paramref name="item"/>; -∞ where nothing is known, and for the item itself.</summary>
    void ScoreSimilar(int item, Span<float> scores);

    /// <summary>Which purchases of the shopper speak most for the item, the strongest first, at most <paramref name="count"/>.</summary>
    IReadOnlyList<Reason> Explain(Shopper shopper, int item, int count);

    /// <summary>Writes everything that reading it back needs.</summary>
    void Write(TensorWriter tensors);
}
