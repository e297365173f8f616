namespace Recommender.Core.Models.Factors.OneClass;

/// <summary>Where something stands and the direction in which it is moved.</summary>
readonly ref struct RowPair(Span<float> x, Span<float> direction)
{
    public Span<float> X { get; } = x;

    public Span<float> Direction { get; } = direction;
}
