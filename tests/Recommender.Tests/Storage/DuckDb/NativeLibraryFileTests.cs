using System.Runtime.InteropServices;
using DuckDB.NET.Native;
using Recommender.Core;
using Xunit;

namespace Recommender.Tests.Storage.DuckDb;

public sealed class NativeLibraryFileTests
{
    [Theory]
    [InlineData("LINUX", Architecture.X64, false, "duckdb/node-bindings-linux-x64/libduckdb.so")]
    [InlineData("LINUX", Architecture.Arm64, false, "duckdb/node-bindings-linux-arm64/libduckdb.so")]
    [InlineData("LINUX", Architecture.X64, true, "duckdb/node-bindings-linux-x64-musl/libduckdb.so")]
    [InlineData("LINUX", Architecture.Arm64, true, "duckdb/node-bindings-linux-arm64-musl/libduckdb.so")]
    [InlineData("OSX", Architecture.X64, false, "duckdb/node-bindings-darwin-x64/libduckdb.dylib")]
    [InlineData("OSX", Architecture.Arm64, false, "duckdb/node-bindings-darwin-arm64/libduckdb.dylib")]
    [InlineData("WINDOWS", Architecture.X64, false, "duckdb/node-bindings-win32-x64/duckdb.dll")]
    [InlineData("WINDOWS", Architecture.Arm64, false, "duckdb/node-bindings-win32-arm64/duckdb.dll")]
    public void Every_platform_has_its_own_file(string platform, Architecture architecture, bool musl, string expected) =>
        Assert.Equal(expected, NativeLibraryFile.RelativePath(OSPlatform.Create(platform), architecture, musl).Replace('\\', '/'));

    [Theory]
    [InlineData("linux-x64", false)]
    [InlineData("debian.12-x64", false)]
    [InlineData("linux-musl-x64", true)]
    [InlineData("alpine.3.22-arm64", true)]
    public void Musl_is_known_by_the_runtime_identifier(string identifier, bool musl) =>
        Assert.Equal(musl, NativeLibraryFile.IsMusl(identifier));

    [Fact]
    public void A_missing_library_names_the_cure()
    {
        var error = Assert.Throws<UserErrorException>(() => NativeLibraryFile.Find(Path.Combine(Path.GetTempPath(), "no-such-folder")));

        Assert.Contains("no-such-folder", error.Message);
        Assert.Contains("run 'npm ci' in shared/Recommender.Storage/DuckDb", error.Message);
    }

    [Fact]
    public void A_processor_without_a_library_is_named() => Assert.Contains("S390x",
        Assert.Throws<UserErrorException>(() => NativeLibraryFile.RelativePath(OSPlatform.Linux, Architecture.S390x, musl: false)).Message);

    [Fact]
    public void The_library_of_this_platform_is_there() => Assert.True(File.Exists(NativeLibraryFile.Find(AppContext.BaseDirectory)));
}
