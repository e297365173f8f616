namespace Recommender.EndToEnd.Launcher;

/// <summary>A PATH that holds this machine's programs, but for some.</summary>
static class RestrictedPath
{
    /// <summary>Fills <paramref name="folder"/> with links to every program on PATH that is not in <paramref name="without"/>.</summary>
    public static IReadOnlyDictionary<string, string> Make(string folder, params string[] without)
    {
        Directory.CreateDirectory(folder);
        var folders = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Where(Directory.Exists);
        foreach (var program in folders.SelectMany(Directory.EnumerateFiles).DistinctBy(Path.GetFileName))
        {
            var name = Path.GetFileName(program);
            if (!without.Contains(name)) File.CreateSymbolicLink(Path.Combine(folder, name), program);
        }
        return new Dictionary<string, string> { ["PATH"] = folder };
    }
}
