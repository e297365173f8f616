namespace Recommender.Core.Store;

/// <summary>Which versions of a model stay: the newest, those that an alias points at, and those that a rollback would go to.</summary>
static class RetentionRule
{
    public static HashSet<int> Kept(StoredModel model, int newest)
    {
        var (versions, history) = (model.Versions, model.History);
        var kept = versions.TakeLast(newest).ToHashSet();
        foreach (var (alias, present) in model.Aliases)
        {
            kept.Add(present);
            if (Former(ModelHistory.Trail(history, alias), present, versions) is { } former) kept.Add(former);
        }
        return kept;
    }

    /// <summary>Where a rollback goes: the last on the trail that is another than the present one and still there.</summary>
    public static int? Former(IReadOnlyList<int> trail, int present, IReadOnlyList<int> versions)
    {
        for (var at = trail.Count - 1; at >= 0; at--)
        {
            if (trail[at] != present && versions.Contains(trail[at])) return trail[at];
        }
        return null;
    }
}
