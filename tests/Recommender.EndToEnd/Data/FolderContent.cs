using System.Security.Cryptography;

namespace Recommender.EndToEnd.Data;

/// <summary>What lies in a folder at one moment.</summary>
static class FolderContent
{
    /// <summary>Every file and folder below, hidden ones too, by its relative path.</summary>
    public static string[] Names(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Every file below by its relative path, with size, time and content.</summary>
    public static string[] Of(string folder) => [.. Names(folder).Where(name => File.Exists(Path.Combine(folder, name))).Select(name => Describe(folder, name))];

    /// <summary>Work in progress: hidden names that only a writer at work may leave.</summary>
    public static string[] Leftovers(string folder) => [.. Names(folder).Where(name => Path.GetFileName(name).StartsWith(".staging", StringComparison.Ordinal))];

    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var name in Names(from))
        {
            if (Directory.Exists(Path.Combine(from, name))) Directory.CreateDirectory(Path.Combine(to, name));
            else File.Copy(Path.Combine(from, name), Path.Combine(to, name));
        }
    }

    static string Describe(string folder, string name)
    {
        var file = new FileInfo(Path.Combine(folder, name));
        return $"{name} {file.Length} {file.LastWriteTimeUtc:O} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file.FullName)))}";
    }
}
