using Recommender.Core.Models.Tensors;
using Recommender.Core.Numerics;

namespace Recommender.Core.Models.Popularity;

/// <summary>What everybody buys: the same list for all. The baseline that others must beat, and the last answer when nothing else is known.</summary>
public sealed class PopularityModel(ReadOnlyMemory<float> popularity) : IModel
{
    /// <summary>The name of the trainer.</summary>
    public const string Name = "popularity";

    /// <inheritdoc/>
    public string Kind => Name;

    /// <inheritdoc/>
    public int ItemCount => popularity.Length;

    /// <inheritdoc/>
    public bool HeedsRepeats => false;

    /// <summary>The weight of each item.</summary>
    public ReadOnlyMemory<float> Popularity => popularity;

    /// <summary>Reads a model that <see cref="Write"/> wrote.</summary>
    public static PopularityModel Read(TensorReader tensors) => new(tensors.Numbers<float>("popularity"));

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<Shopper> shoppers, Matrix scores)
    {
        for (var shopper = 0; shopper < shoppers.Length; shopper++) popularity.Span.CopyTo(scores.Row(shopper));
    }

    /// <inheritdoc/>
    public void ScoreSimilar(int item, Span<float> scores)
    {
        popularity.Span.CopyTo(scores);
        scores[item] = float.NegativeInfinity;
    }

    /// <summary>Nothing that a shopper bought speaks for what everybody buys.</summary>
    public IReadOnlyList<Reason> Explain(Shopper shopper, int item, int count) => [];

    /// <inheritdoc/>
    public void Write(TensorWriter tensors) => tensors.Add("popularity", popularity);
}
