using System.Security.Cryptography;

namespace Recommender.Core.Store;

/// <summary>SHA-256 of a file in lower-case hex, read in one pass with flat memory.</summary>
public static class FileHash
{
    /// <summary>Hashes the file at <paramref name="path"/>.</summary>
    public static string Of(string path, CancellationToken cancellationToken)
    {
        using var stream = new FileStream(path, new FileStreamOptions { Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0, Options = FileOptions.SequentialScan });
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 20];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hash.AppendData(buffer, 0, read);
        }
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }
}
