namespace Recommender.Core.Store;

/// <summary>Hidden names for work in progress: what carries one is not published, and is rubbish once its writer is dead.</summary>
public static class StagingName
{
    const string Prefix = ".staging-";

    static int _count;

    /// <summary>A name in <paramref name="folder"/> that nobody else uses: the process and a running number.</summary>
    public static string Next(string folder)
    {
        string path;
        do path = Path.Combine(folder, $"{Prefix}{Environment.ProcessId}-{Interlocked.Increment(ref _count)}");
        while (Path.Exists(path));
        return path;
    }

    /// <summary>Whether the last part of <paramref name="path"/> is such a name.</summary>
    public static bool Is(string path) => Path.GetFileName(path).StartsWith(Prefix, StringComparison.Ordinal);
}
