namespace Recommender.Core.Store;

/// <summary>Something in a store that is not as it was written; the sentence names the file.</summary>
public sealed record StoreFault(string Model, int? Version, string Problem);
