namespace Recommender.EndToEnd;

/// <summary>The project's own folder, where the launcher stands.</summary>
static class ProjectRoot
{
    public static string Folder { get; } = Find(AppContext.BaseDirectory);

    public static string Path(string relative) => System.IO.Path.Combine(Folder, relative);

    static string Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (File.Exists(System.IO.Path.Combine(at.FullName, "Recommender.sln"))) return at.FullName;

        throw new DirectoryNotFoundException($"No Recommender.sln above {folder}: run the tests inside the project's folder.");
    }
}
