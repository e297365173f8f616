using DuckDB.NET.Data;
using Recommender.Core;
using Recommender.Core.Store;

namespace Recommender.Storage.Imports;

/// <summary>Turns what a full disk or a tight memory limit does to DuckDB into a sentence with a cure.</summary>
static class WorkFailure
{
    /// <summary>Whether there is more to say than the message does.</summary>
    public static bool IsExplained(Exception e) => e is DuckDBException or IOException && (IsFullDisk(e) || IsOutOfMemory(e));

    public static UserErrorException Explain(Exception e, string home) => IsFullDisk(e)
        ? new($"The disk of '{home}' is full: free some space and import again; nothing was changed.", e)
        : new($"The memory limit is too small for this import ({e.Message.Split('\n')[0]}): raise --memory, or lower --threads.", e);

    // Spilling past the disk's end has words of its own.
    static bool IsFullDisk(Exception e) => WriteFailure.IsDiskFull(e) || e.Message.Contains("max_temp_directory_size", StringComparison.OrdinalIgnoreCase);

    static bool IsOutOfMemory(Exception e) => e.Message.Contains("Out of Memory", StringComparison.OrdinalIgnoreCase);
}
