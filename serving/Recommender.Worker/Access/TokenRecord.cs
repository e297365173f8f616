namespace Recommender.Worker.Access;

/// <summary>What is kept of a token: never the token.</summary>
sealed record TokenRecord
{
    /// <summary>The kind of document.</summary>
    public const string Kind = "tokens";

    /// <summary>Its SHA-256 in hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>What it may be used for.</summary>
    public required string[] Scopes { get; init; }

    /// <summary>The accounts that its holder may see; null for all.</summary>
    public string[]? Accounts { get; init; }

    /// <summary>The origins that a publishable key works from; null for a token of a server.</summary>
    public string[]? Origins { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTime Created { get; init; }

    /// <summary>When it ends; null for never.</summary>
    public DateTime? Expires { get; init; }
}
