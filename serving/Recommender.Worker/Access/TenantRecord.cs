namespace Recommender.Worker.Access;

/// <summary>What is kept of a tenant.</summary>
sealed record TenantRecord
{
    /// <summary>The kind of document.</summary>
    public const string Kind = "tenants";

    /// <summary>What X-Customer-Api-Id names it by; null where that way in is closed.</summary>
    public Guid? ApiId { get; init; }

    /// <summary>The SHA-256 of X-Secret, in hexadecimal.</summary>
    public string? SecretHash { get; init; }

    /// <summary>When it was made.</summary>
    public DateTime? Created { get; init; }

    /// <summary>Whether nobody of it is let in.</summary>
    public bool IsDisabled { get; init; }

    /// <summary>Its limit of requests; null for the usual one.</summary>
    public RateLimit? Limit { get; init; }
}
