using Recommender.Core.Datasets;
using Recommender.Core.Store;

namespace Recommender.Core.Models.Folders;

/// <summary>
/// Customers as keyed hashes of 32 bytes, one after the other in a file of their own. The key belongs to the tenant and the numbers of a
/// model do not depend on it: the same data and options make the same safetensors whoever holds the key.
/// </summary>
public static class KeyedHashes
{
    const int Length = 32;

    /// <summary>Writes them durably.</summary>
    public static void Write(string path, Vocabulary hashes)
    {
        if (hashes.Letters.Length != (long)hashes.Count * Length) throw new ArgumentException($"{hashes.Count} hashes have {hashes.Letters.Length} bytes instead of {Length} each.", nameof(hashes));

        DurableFile.Write(path, stream => stream.Write(hashes.Letters.Span));
    }

    /// <summary>Reads them.</summary>
    public static Vocabulary Read(string path)
    {
        var letters = File.Exists(path) ? File.ReadAllBytes(path) : throw new UserErrorException($"{path} is missing. Train the model again or put it back from a backup.");
        return letters.Length % Length == 0 ? new(letters, Enumerable.Range(1, letters.Length / Length).Select(hash => hash * Length).ToArray())
            : throw new UserErrorException($"{path} is damaged: {letters.Length} bytes are no whole number of hashes. Train the model again or put it back from a backup.");
    }
}
