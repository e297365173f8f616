namespace Recommender.Core.Models.Tensors;

/// <summary>Gives a tensor's bytes when they are written, and not before.</summary>
delegate ReadOnlySpan<byte> TensorBytes();
