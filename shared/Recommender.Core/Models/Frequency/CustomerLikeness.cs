namespace Recommender.Core.Models.Frequency;

/// <summary>Which customers are near a shopper.</summary>
public enum CustomerLikeness
{
    /// <summary>Those whose purchases point the same way, whatever their number.</summary>
    Cosine,

    /// <summary>Those at the least distance, as published; among them many who bought little.</summary>
    Euclidean,
}
