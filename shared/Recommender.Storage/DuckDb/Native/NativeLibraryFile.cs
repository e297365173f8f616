using System.Runtime.InteropServices;
using Recommender.Core;

namespace DuckDB.NET.Native;

/// <summary>Finds DuckDB's library for the platform that the process runs on, among those that the build copied beside it.</summary>
static class NativeLibraryFile
{
    /// <summary>The library's full path under the program's folder.</summary>
    public static string Find(string programFolder)
    {
        var platform = OperatingSystem.IsWindows() ? OSPlatform.Windows : OperatingSystem.IsMacOS() ? OSPlatform.OSX : OSPlatform.Linux;
        var file = Path.Combine(programFolder, RelativePath(platform, RuntimeInformation.ProcessArchitecture, IsMusl(RuntimeInformation.RuntimeIdentifier)));
        if (File.Exists(file)) return file;

        throw new UserErrorException(
            $"DuckDB's library is missing at {file}: run 'npm ci' in shared/Recommender.Storage/DuckDb and build again.");
    }

    /// <summary>Where the build puts a platform's library: the npm package's name is the folder.</summary>
    public static string RelativePath(OSPlatform platform, Architecture architecture, bool musl)
    {
        var processor = architecture switch
        {
            Architecture.X64 => "x64",
            Architecture.Arm64 => "arm64",
            _ => throw new UserErrorException($"DuckDB has no library for {architecture} processors: run on x64 or arm64."),
        };
        var (package, file) =
            platform == OSPlatform.Windows ? ($"win32-{processor}", "duckdb.dll")
            : platform == OSPlatform.OSX ? ($"darwin-{processor}", "libduckdb.dylib")
            : (musl ? $"linux-{processor}-musl" : $"linux-{processor}", "libduckdb.so");
        return Path.Combine("duckdb", $"node-bindings-{package}", file);
    }

    /// <summary>Whether the runtime was built against musl: linux-musl-x64, or Alpine's own builds alpine.3.22-x64.</summary>
    public static bool IsMusl(string runtimeIdentifier) =>
        runtimeIdentifier.Contains("musl", StringComparison.Ordinal) || runtimeIdentifier.StartsWith("alpine", StringComparison.Ordinal);
}
