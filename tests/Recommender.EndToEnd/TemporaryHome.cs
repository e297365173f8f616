namespace Recommender.EndToEnd;

/// <summary>An empty folder of its own for one test, gone afterwards. Its name has a space, as those of many people do.</summary>
sealed class TemporaryHome : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("recommender home-").FullName;

    public string Path(string relative) => System.IO.Path.Combine(Folder, relative);

    /// <summary>Writes a file and the folders above it, and returns its full path.</summary>
    public string Write(string relative, string text)
    {
        var path = Path(relative);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
