using System.Security.Cryptography;

namespace Recommender.Core.Store;

/// <summary>Writes a file from memory, durably and whole or not at all, and takes its hash from the same memory at the same time: nothing is read again.</summary>
static class HashedFile
{
    /// <summary>
    /// Replaces <paramref name="path"/> by the bytes that <paramref name="content"/> hands over, one stretch behind the other. It is called
    /// twice, by two threads at once: once for the disk and once for the hash. <paramref name="check"/> may refuse it meanwhile by throwing.
    /// </summary>
    public static ModelFile Write(string path, Action<Action<ReadOnlySpan<byte>>> content, Action check)
    {
        var hashed = Task.Run(() => Hash(content));
        try
        {
            DurableFile.Write(path, stream =>
            {
                check();
                content(bytes => WriteBack.Write((FileStream)stream, bytes));
            });
        }
        finally
        {
            hashed.Wait();   // it reads the caller's memory: also where the disk refuses, it ends before the caller goes on
        }
        var (bytes, hash) = hashed.Result;
        return new(Path.GetFileName(path), bytes, hash);
    }

    static (long Bytes, string Hash) Hash(Action<Action<ReadOnlySpan<byte>>> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var count = 0L;
        content(bytes =>
        {
            hash.AppendData(bytes);
            count += bytes.Length;
        });
        return (count, Convert.ToHexStringLower(hash.GetCurrentHash()));
    }
}
