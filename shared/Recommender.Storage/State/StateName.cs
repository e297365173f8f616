namespace Recommender.Storage.State;

/// <summary>What names a document: what it is, whose it is, and its own key.</summary>
/// <param name="Kind">What it is, as in <c>tokens</c>.</param>
/// <param name="Tenant">The tenant it belongs to.</param>
/// <param name="Key">Its key among those of its kind and tenant.</param>
public sealed record StateName(string Kind, string Tenant, string Key)
{
    public override string ToString() => $"{Kind}/{Tenant}/{Key}";
}
