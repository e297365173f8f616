namespace Recommender.Core.Store;

/// <summary>An exclusive lock of the operating system on a file: it ends with its process, whatever ends that.</summary>
public static class FileLock
{
    /// <summary>What the locked file of a folder is called.</summary>
    public const string FileName = ".lock";

    const int WouldBlockOnLinux = 11;                       // EWOULDBLOCK
    const int WouldBlockOnMac = 35;
    const int SharingViolation = unchecked((int)0x80070020);

    /// <summary>Takes the lock, which is held until the stream is disposed; null when somebody has it.</summary>
    public static FileStream? TryTake(string path)
    {
        try
        {
            // FileShare.None is that lock, on Unix flock(2).
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (IOException held) when (held.HResult is WouldBlockOnLinux or WouldBlockOnMac or SharingViolation)
        {
            return null;
        }
    }
}
