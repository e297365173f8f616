namespace Recommender.Core.Store;

/// <summary>Makes a folder visible whole or not at all.</summary>
public static class DurableFolder
{
    /// <summary>
    /// Flushes every file and folder under <paramref name="stagingFolder"/> and renames it to <paramref name="finalFolder"/>,
    /// which must not exist, on the same disk.
    /// </summary>
    public static void Publish(string stagingFolder, string finalFolder)
    {
        Flush(stagingFolder);
        Rename(stagingFolder, finalFolder);
    }

    /// <summary>Flushes every file and folder under <paramref name="folder"/>: the slow part of publishing.</summary>
    internal static void Flush(string folder) => WriteFailure.Explain(folder, () => FlushTree(folder));

    /// <summary>Renames what is flushed already, durably: the part that makes it visible.</summary>
    internal static void Rename(string flushedFolder, string finalFolder)
    {
        var parent = Path.GetDirectoryName(Path.GetFullPath(finalFolder))!;
        WriteFailure.Explain(parent, () =>
        {
            Directory.Move(flushedFolder, finalFolder);
            FolderFlush.Flush(parent);
        });
    }

    /// <summary>
    /// Removes <paramref name="folder"/> so that nobody sees half of it: it is renamed to a hidden name first.
    /// Who holds a file of it open reads on to the end on Unix.
    /// </summary>
    public static void Remove(string folder)
    {
        var parent = Path.GetDirectoryName(Path.GetFullPath(folder))!;
        var hidden = StagingName.Next(parent);
        Directory.Move(folder, hidden);
        FolderFlush.Flush(parent);
        Directory.Delete(hidden, recursive: true);
    }

    /// <summary>Makes <paramref name="folder"/> and its missing parents, durably.</summary>
    public static void Create(string folder)
    {
        if (Directory.Exists(folder)) return;

        var parent = Path.GetDirectoryName(Path.GetFullPath(folder))!;
        Create(parent);
        WriteFailure.Explain(parent, () =>
        {
            Directory.CreateDirectory(folder);
            FolderFlush.Flush(parent);
        });
    }

    static void FlushTree(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder)) DurableFile.Flush(file);
        foreach (var inner in Directory.EnumerateDirectories(folder)) FlushTree(inner);
        FolderFlush.Flush(folder);
    }
}
