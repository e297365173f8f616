using DuckDB.NET.Data;
using Recommender.Core;

namespace Recommender.Storage.Imports;

/// <summary>Turns what a full disk or a tight memory limit does to DuckDB into a sentence with a cure.</summary>
static class WorkFailure
{
    /// <summary>Whether there is more to say than the message does.</summary>
    public static bool IsExplained(Exception e) => e is DuckDBException or IOException && (IsFullDisk(e.Message) || IsOutOfMemory(e.Message));

    public static UserErrorException Explain(Exception e, string home) => IsFullDisk(e.Message)
        ? new($"The disk of '{home}' is full: free some space and import again; nothing was changed.", e)
        : new($"The memory limit is too small for this import ({e.Message.Split('\n')[0]}): raise --memory, or lower --threads.", e);

    static bool IsOutOfMemory(string message) => message.Contains("Out of Memory", StringComparison.OrdinalIgnoreCase);

    static bool IsFullDisk(string message) =>
        message.Contains("No space left", StringComparison.OrdinalIgnoreCase)
        || message.Contains("not enough space", StringComparison.OrdinalIgnoreCase)
        || message.Contains("disk is full", StringComparison.OrdinalIgnoreCase)
        || message.Contains("max_temp_directory_size", StringComparison.OrdinalIgnoreCase);
}
