using System.Globalization;

namespace Recommender.EndToEnd.Data;

/// <summary>Follows the most memory a process ever held at once (Linux's VmHWM), until it ends.</summary>
static class MemoryWatch
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Bytes at its peak; null where the system does not tell.</summary>
    public static async Task<long?> PeakAsync(Launched launched)
    {
        long? peak = null;
        for (var ended = launched.EndAsync(); !ended.IsCompleted; await Task.WhenAny(ended, Task.Delay(Pause, TimeProvider.System)))
            peak = Read(launched.ProcessId) ?? peak;
        return peak;
    }

    static long? Read(int processId)
    {
        const string name = "VmHWM:";
        try
        {
            var line = File.ReadLines($"/proc/{processId}/status").FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
            return line is null ? null : 1024 * long.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;   // it has just ended
        }
    }
}
