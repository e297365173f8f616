using Recommender.Core.Models.Tensors;

namespace Recommender.Core.Models.Factors;

/// <summary>
/// What tells one kind of factor model from another once it is trained: how the vector of a shopper is found whom the training did not
/// see, and how a purchase speaks for an item. Immutable, called from many threads at once.
/// </summary>
public interface IFoldIn
{
    /// <summary>The kind of the model: the name of its trainer.</summary>
    string Kind { get; }

    /// <summary>Finds the vector (d) that the training would have given to this history; zeros when the history says nothing.</summary>
    void Fold(Shopper shopper, Span<float> vector);

    /// <summary>Which purchases of the shopper speak most for the item, the strongest first, at most <paramref name="count"/>.</summary>
    IReadOnlyList<Reason> Explain(Shopper shopper, int item, int count);

    /// <summary>Writes what it needs beside the factors.</summary>
    void Write(TensorWriter tensors);
}
