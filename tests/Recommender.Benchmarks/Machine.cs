using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Recommender.Benchmarks;

/// <summary>What a measurement was taken on: numbers say little without it.</summary>
static class Machine
{
    const double Gigabyte = 1 << 30;

    /// <summary>One line: processor, cores, memory, operating system and .NET version.</summary>
    public static string Describe() => string.Join(", ",
        Processor(),
        $"{Environment.ProcessorCount} cores",
        $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Gigabyte:0.#} GB",
        $"{RuntimeInformation.OSDescription} ({RuntimeInformation.OSArchitecture})",
        RuntimeInformation.FrameworkDescription);

    static string Processor()
    {
        if (OperatingSystem.IsLinux()) return FromProcessorFile() ?? "unnamed processor";
        if (OperatingSystem.IsMacOS()) return OutputOf("sysctl", "-n", "machdep.cpu.brand_string");
        return Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? "unnamed processor";
    }

    static string? FromProcessorFile() =>
        File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name"))?.Split(':', 2)[1].Trim();

    static string OutputOf(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        return process.StandardOutput.ReadToEnd().Trim();
    }
}
