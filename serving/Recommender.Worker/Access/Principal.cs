using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace Recommender.Worker.Access;

/// <summary>Who asks: whose data it may be, what for, and which accounts. An endpoint takes it as a parameter.</summary>
sealed class Principal(TenantGate gate, Scope scopes)
{
    /// <summary>The tenant whose data, models and campaigns it is about, and nobody else's.</summary>
    public string Tenant => gate.Slug;

    /// <summary>The tenant's gate.</summary>
    public TenantGate Gate => gate;

    /// <summary>What it may do.</summary>
    public Scope Scopes => scopes;

    /// <summary>The id of its token; null where it came in by the tenant's secret.</summary>
    public string? Token { get; init; }

    /// <summary>The hash of its token.</summary>
    public SecretHash Hash { get; init; }

    /// <summary>When it ends, in ticks of UTC.</summary>
    public long Expires { get; init; } = long.MaxValue;

    /// <summary>The accounts that it may see; null for all.</summary>
    public FrozenSet<string>? Accounts { get; init; }

    /// <summary>The origins that a publishable key works from; null where it is none.</summary>
    public FrozenSet<string>? Origins { get; init; }

    /// <summary>Whether it may see an account.</summary>
    public bool MaySee(string account) => Accounts is null || Accounts.Contains(account);

    /// <summary>How a minimal endpoint gets it.</summary>
    public static ValueTask<Principal?> BindAsync(HttpContext context) => new(context.Features.Get<Principal>());
}
