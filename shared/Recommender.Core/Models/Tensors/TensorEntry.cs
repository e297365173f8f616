namespace Recommender.Core.Models.Tensors;

/// <summary>One tensor that waits to be written.</summary>
sealed record TensorEntry(string Name, string Kind, IReadOnlyList<int> Shape, TensorBytes Bytes)
{
    /// <summary>Throws when the numbers are not to be written.</summary>
    public Action? Check { get; init; }

    public long Size => Shape.Aggregate((long)TensorKind.Size(Kind), (product, side) => product * side);
}
