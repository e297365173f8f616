namespace Recommender.Core.Models.Factors.OneClass;

/// <summary>How a score s is held against whether a pair was bought.</summary>
public enum OneClassLoss
{
    /// <summary>log(1 + e^-s) where bought, log(1 + e^s) elsewhere: scores are log-odds.</summary>
    Logistic,

    /// <summary>½ (1 - s)² where bought, ½ s² elsewhere.</summary>
    Squared,
}
