namespace Recommender.Core.Store;

/// <summary>Turns what a disk says when it refuses a write into a sentence that names the folder and the cure.</summary>
public static class WriteFailure
{
    const int NoSpace = 28;                              // ENOSPC
    const int QuotaReachedLinux = 122;                   // EDQUOT
    const int QuotaReachedMac = 69;
    const int ReadOnlyDisk = 30;                         // EROFS
    const int HandleDiskFull = unchecked((int)0x80070027);
    const int DiskFull = unchecked((int)0x80070070);

    /// <summary>Runs <paramref name="write"/>; a full or forbidden disk becomes a <see cref="UserErrorException"/> about <paramref name="folder"/>.</summary>
    public static T Explain<T>(string folder, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception failure) when (Sentence(failure, folder) is not null)
        {
            throw new UserErrorException(Sentence(failure, folder)!, failure);
        }
    }

    /// <summary>Runs <paramref name="write"/>; a full or forbidden disk becomes a <see cref="UserErrorException"/> about <paramref name="folder"/>.</summary>
    public static void Explain(string folder, Action write) => Explain(folder, () =>
    {
        write();
        return true;
    });

    /// <summary>The sentence for <paramref name="failure"/>, or null when it is not the disk's refusal.</summary>
    public static string? Sentence(Exception failure, string folder) => failure switch
    {
        UserErrorException => null,
        UnauthorizedAccessException => $"{folder} cannot be written: {failure.Message} Change its permissions or choose another folder with --home.",
        IOException { HResult: ReadOnlyDisk } => $"{folder} cannot be written: its disk is read-only. Choose another folder with --home.",
        _ when IsDiskFull(failure) => $"No space left in {folder} ({FreeSpace(folder)}): free some space or choose another folder with --home.",
        _ => null,
    };

    /// <summary>Whether the disk was full. DuckDB says so only in words.</summary>
    public static bool IsDiskFull(Exception failure) => failure is IOException
        { HResult: NoSpace or QuotaReachedLinux or QuotaReachedMac or HandleDiskFull or DiskFull }
        || failure.Message.Contains("No space left on device", StringComparison.OrdinalIgnoreCase)
        || failure.Message.Contains("Disk quota exceeded", StringComparison.OrdinalIgnoreCase);

    static string FreeSpace(string folder)
    {
        var existing = Path.GetFullPath(folder);
        while (!Directory.Exists(existing) && Path.GetDirectoryName(existing) is { } parent) existing = parent;
        return $"{new DriveInfo(existing).AvailableFreeSpace / (1024.0 * 1024.0):0.0} MB free";
    }
}
