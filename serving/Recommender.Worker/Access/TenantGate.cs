namespace Recommender.Worker.Access;

/// <summary>A tenant as the worker knows it: what is kept of it, which may change at any time, and how many requests it has left.</summary>
sealed class TenantGate(string slug, TimeProvider clock)
{
    readonly TokenBucket _bucket = new(clock);
    Principal? _bySecret;
    volatile TenantRecord _record = new();

    /// <summary>Its name.</summary>
    public string Slug => slug;

    /// <summary>What is kept of it.</summary>
    public TenantRecord Record
    {
        get => _record;
        set => _record = value;
    }

    /// <summary>Whoever came in by the tenant's own secret.</summary>
    public Principal BySecret(Scope scopes) => _bySecret ??= new(this, scopes);

    /// <summary>Counts a request against its limit.</summary>
    public bool TryPass(out TimeSpan wait) => _bucket.TryTake(_record.Limit ?? RateLimit.Usual, out wait);
}
