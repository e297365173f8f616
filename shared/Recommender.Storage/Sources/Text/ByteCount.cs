namespace Recommender.Storage.Sources.Text;

/// <summary>Writes a number of bytes as people do: 512 bytes, 64 KiB, 1 MiB.</summary>
static class ByteCount
{
    public static string Text(long bytes) => bytes switch
    {
        >= 1L << 30 => $"{bytes / (double)(1L << 30):0.#} GiB",
        >= 1 << 20 => $"{bytes / (double)(1 << 20):0.#} MiB",
        >= 1 << 10 => $"{bytes / (double)(1 << 10):0.#} KiB",
        _ => $"{bytes} bytes",
    };
}
