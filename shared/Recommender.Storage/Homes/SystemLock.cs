using Recommender.Core.Store;

namespace Recommender.Storage.Homes;

/// <summary>An exclusive lock of the operating system on a file: it ends with its process, whatever ends that.</summary>
public static class SystemLock
{
    /// <summary>Takes the lock, which is held until the stream is disposed; null when somebody has it.</summary>
    public static FileStream? TryTake(string path)
    {
        try
        {
            // FileShare.None is that lock, on Unix flock(2).
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (IOException held) when (FileLock.IsHeldByAnother(held))
        {
            return null;
        }
    }
}
