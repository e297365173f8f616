namespace Recommender.Core.Models.Blending;

/// <summary>How scores are read before they are standardised.</summary>
public enum ScoreScale
{
    /// <summary>As they are.</summary>
    Plain,

    /// <summary>By ln(1 + score): counts, of which the tenth tells less than the second. Only for scores that are never negative.</summary>
    Logarithm,
}
