using Recommender.Core;
using Recommender.Core.Store;
using Recommender.Storage.Homes;
using Recommender.Storage.State;

namespace Recommender.Storage.Backups;

/// <summary>
/// What belongs to a home and nothing else that may lie in the same folder: home.json, the folders data, models and state without the files that
/// are locked there, and the run logs. Scores and the steps of runs can be made again.
/// </summary>
static class HomeContent
{
    const string Runs = "runs";

    static readonly string[] Folders = ["data", "models", "state"];

    /// <summary>The paths of all files below the home, with forward slashes, in ordinal order.</summary>
    public static IReadOnlyList<string> Files(HomeFolder home)
    {
        List<string> files = [HomeFormat.FileName];
        foreach (var folder in Folders) Collect(home.Path, folder, files);
        files.AddRange(Logs(home));
        files.Sort(StringComparer.Ordinal);
        return files;
    }

    /// <summary>Whether <paramref name="path"/> is a path that <see cref="Files"/> could give: below the home, in its folders, with nothing that climbs out.</summary>
    public static bool IsAllowed(string path)
    {
        var parts = path.Split('/');
        return path == HomeFormat.FileName
            || (parts.Length > 1 && Folders.Contains(parts[0]) && parts.All(IsPlainName))
            || (IsLog(path) && parts.All(IsPlainName));
    }

    /// <summary>Whether it is a run log, to which a scheduler may add lines at any time.</summary>
    public static bool IsLog(string path) => path.Split('/') is [Runs, _, _, RunsFolder.LogName];

    static IEnumerable<string> Logs(HomeFolder home)
    {
        foreach (var tenant in VisibleFolder.Names(home.Runs))
        {
            foreach (var pipeline in VisibleFolder.Names(Path.Combine(home.Runs, tenant)))
            {
                var log = new FileInfo(Path.Combine(home.Runs, tenant, pipeline, RunsFolder.LogName));
                MustBeNoLink(log);
                if (log.Exists) yield return $"{Runs}/{tenant}/{pipeline}/{RunsFolder.LogName}";
            }
        }
    }

    static void MustBeNoLink(FileSystemInfo entry)
    {
        if (entry.LinkTarget is not null)
            throw new UserErrorException($"{entry.FullName} is a link; a backup holds files and folders only. Put what it points to in its place.");
    }

    static bool IsPlainName(string part) => part.Length > 0 && part is not ("." or "..") && part.IndexOfAny(['\\', ':', '\0']) < 0;

    static void Collect(string home, string folder, List<string> files)
    {
        var path = Path.Combine(home, folder);
        if (!Directory.Exists(path)) return;

        foreach (var entry in new DirectoryInfo(path).EnumerateFileSystemInfos().Where(entry => !StagingName.Is(entry.Name) && entry.Name != FileLock.FileName))
        {
            var name = $"{folder}/{entry.Name}";
            MustBeNoLink(entry);
            if (folder == "state" && StateFolder.IsPassing(entry.Name)) continue;

            if (entry is DirectoryInfo) Collect(home, name, files);
            else files.Add(name);
        }
    }
}
