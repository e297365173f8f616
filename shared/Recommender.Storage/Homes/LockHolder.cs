using System.Text.Json;

namespace Recommender.Storage.Homes;

/// <summary>Who holds the writer lock, for the message to those who wait. It lies beside the lock, since a locked file cannot be read everywhere.</summary>
sealed record LockHolder(int Process, string Verb)
{
    public const string FileName = ".lock.json";

    /// <summary>Names this process; on a full disk nobody is named, since a backup or an undo must be possible there.</summary>
    public static void Write(HomeFolder home, string verb)
    {
        try
        {
            File.WriteAllText(FileOf(home), JsonSerializer.Serialize(new LockHolder(Environment.ProcessId, verb), HomeJson.Default.LockHolder));
        }
        catch (IOException)
        {
            Erase(home);
        }
    }

    public static void Erase(HomeFolder home) => File.Delete(FileOf(home));

    /// <summary>"import, process 123", or "unknown" in the moment before the holder has written itself down.</summary>
    public static string Describe(HomeFolder home)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(FileOf(home)), HomeJson.Default.LockHolder) is { } holder
                ? $"{holder.Verb}, process {holder.Process}"
                : "unknown";
        }
        catch (Exception unread) when (unread is IOException or JsonException or UnauthorizedAccessException)
        {
            return "unknown";
        }
    }

    static string FileOf(HomeFolder home) => Path.Combine(home.Path, FileName);
}
