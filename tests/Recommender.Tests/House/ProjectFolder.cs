namespace Recommender.Tests.House;

/// <summary>The project's own folder: tests look at its files, and find ../shared/data beside it.</summary>
static class ProjectFolder
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string File(string relative) => Path.Combine(Root, relative.Replace('/', Path.DirectorySeparatorChar));

    static string Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (System.IO.File.Exists(Path.Combine(at.FullName, "Recommender.sln"))) return at.FullName;

        throw new DirectoryNotFoundException($"No Recommender.sln above {folder}: run the tests inside the project's folder.");
    }
}
