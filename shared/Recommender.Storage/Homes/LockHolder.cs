using System.Text.Json;

namespace Recommender.Storage.Homes;

/// <summary>Who holds the lock of a folder, for the message to those who wait. It lies beside the lock, since a locked file cannot be read everywhere.</summary>
public sealed record LockHolder(int Process, string Verb)
{
    internal const string FileName = ".lock.json";

    /// <summary>Names this process; on a full disk nobody is named, since a backup or an undo must be possible there.</summary>
    public static void Write(string folder, string verb)
    {
        try
        {
            File.WriteAllText(FileOf(folder), JsonSerializer.Serialize(new LockHolder(Environment.ProcessId, verb), HomeJson.Default.LockHolder));
        }
        catch (IOException)
        {
            Erase(folder);
        }
    }

    public static void Erase(string folder) => File.Delete(FileOf(folder));

    /// <summary>"import, process 123", or "unknown" in the moment before the holder has written itself down.</summary>
    public static string Describe(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(FileOf(folder)), HomeJson.Default.LockHolder) is { } holder
                ? $"{holder.Verb}, process {holder.Process}"
                : "unknown";
        }
        catch (Exception unread) when (unread is IOException or JsonException or UnauthorizedAccessException)
        {
            return "unknown";
        }
    }

    static string FileOf(string folder) => Path.Combine(folder, FileName);
}
