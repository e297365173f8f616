namespace Recommender.Storage.State;

/// <summary>Changes as columns, which is how both databases take many at once; of two changes to one document the last counts.</summary>
sealed class StateBatch
{
    public StateBatch(IReadOnlyList<StateChange> changes)
    {
        Changes = [.. changes.GroupBy(change => change.Name).Select(same => same.Last())];
        Kinds = [.. Changes.Select(change => change.Name.Kind)];
        Tenants = [.. Changes.Select(change => change.Name.Tenant)];
        Keys = [.. Changes.Select(change => change.Name.Key)];
        Texts = [.. Changes.Select(change => change.Json)];
    }

    public StateChange[] Changes { get; }

    public string[] Kinds { get; }

    public string[] Tenants { get; }

    public string[] Keys { get; }

    public string?[] Texts { get; }
}
