using System.Security.Cryptography;

namespace Recommender.Storage.Backups;

/// <summary>Copies a stream into a new file and hashes it on the way.</summary>
static class HashedCopy
{
    const UnixFileMode Permissions = (UnixFileMode)0x1FF;   // rwxrwxrwx: never set-user-id and the like

    /// <summary>Returns the SHA-256 in lower-case hex.</summary>
    public static string Write(Stream content, string path, int mode, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using (var file = new FileStream(path, Options()))
        {
            var buffer = new byte[1 << 20];
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                hash.AppendData(buffer, 0, read);
                file.Write(buffer, 0, read);
            }
        }
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, (UnixFileMode)mode & Permissions);
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    // Nobody else may look before the mode is known to be right.
    static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
