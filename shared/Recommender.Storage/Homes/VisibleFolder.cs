namespace Recommender.Storage.Homes;

/// <summary>Folders that are published: those whose names do not begin with a dot.</summary>
static class VisibleFolder
{
    /// <summary>Their names in ordinal order; none when <paramref name="parent"/> does not exist.</summary>
    public static IReadOnlyList<string> Names(string parent) => Directory.Exists(parent)
        ? [.. Directory.EnumerateDirectories(parent).Select(path => Path.GetFileName(path)!)
            .Where(name => name[0] != '.').Order(StringComparer.Ordinal)]
        : [];
}
