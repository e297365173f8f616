namespace Recommender.Core.Store;

/// <summary>One file of a model's folder with its size and SHA-256.</summary>
public sealed record ModelFile(string Name, long Bytes, string Sha256);
