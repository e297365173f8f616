namespace Recommender.Core.Models.Tensors;

/// <summary>Where a tensor stands in its file, in bytes from the first tensor on.</summary>
sealed record TensorPlace(string Kind, IReadOnlyList<int> Shape, long Begin, long End);
