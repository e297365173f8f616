namespace Recommender;

/// <summary>The project's own folder, where the launcher stands.</summary>
static class ProjectRoot
{
    public static string Folder { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The full path of a file or folder named relative to the project's folder.</summary>
    public static string Path(string relative) => System.IO.Path.Combine(Folder, relative);

    static string Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (File.Exists(System.IO.Path.Combine(at.FullName, "Recommender.sln"))) return at.FullName;

        throw new DirectoryNotFoundException($"No Recommender.sln above {folder}: run this inside the project's folder.");
    }
}
