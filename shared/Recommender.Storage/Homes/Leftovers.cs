using Recommender.Core.Store;

namespace Recommender.Storage.Homes;

/// <summary>Work in progress whose writer died: hidden files and folders under a home.</summary>
static class Leftovers
{
    /// <summary>Their paths, outermost only.</summary>
    public static IReadOnlyList<string> Find(HomeFolder home) => Directory.Exists(home.Path) ? [.. Find(home.Path, isHome: true)] : [];

    /// <summary>Removes them all and says how many there were; only the holder of the writer lock may call it.</summary>
    public static int Clear(HomeFolder home)
    {
        var found = Find(home);
        foreach (var path in found)
        {
            if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
            else File.Delete(path);
        }
        return found.Count;
    }

    // A home may lie inside a project: of its own level only the hidden names count, and below it only what is ours.
    static IEnumerable<string> Find(string folder, bool isHome)
    {
        foreach (var path in Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal))
        {
            if (StagingName.Is(path)) yield return path;
            else if (!isHome || Path.GetFileName(path) is "data" or "models")
            {
                foreach (var inner in FindBelow(path)) yield return inner;
            }
        }
    }

    static IEnumerable<string> FindBelow(string path) =>
        Directory.Exists(path) && new DirectoryInfo(path).LinkTarget is null ? Find(path, isHome: false) : [];
}
