namespace Recommender.Core.Models;

/// <summary>Whether what a shopper bought before may be recommended again.</summary>
public enum Repeats
{
    /// <summary>Only what is new to the shopper.</summary>
    LeftOut,

    /// <summary>Everything: shops live on repeat purchases.</summary>
    Allowed,
}
