namespace Recommender.Core.Store;

/// <summary>How operating systems say that somebody else holds a file that is opened for oneself alone.</summary>
public static class FileLock
{
    const int WouldBlockOnLinux = 11;                       // EWOULDBLOCK
    const int WouldBlockOnMac = 35;
    const int SharingViolation = unchecked((int)0x80070020);

    /// <summary>Whether opening failed because another holds the file.</summary>
    public static bool IsHeldByAnother(IOException failure) => failure.HResult is WouldBlockOnLinux or WouldBlockOnMac or SharingViolation;
}
