using System.Diagnostics;
using Xunit;

namespace Recommender.Tests.House;

public sealed class PlantedViolationTests : IDisposable
{
    // Each line breaks one rule of the house; the build must name every one of them.
    const string Violations = """
        using System.Text;

        namespace Planted;

        class NotSealed
        {
            private int Field = 1;

            int Unused() => 2;

            public DateTime Clock() => DateTime.Now.AddDays(new Random().Next() + Random.Shared.Next() + Field);

            public string Absent() => null;

            public static async Task Read(Stream stream, CancellationToken cancellationToken) => await stream.FlushAsync();
        }

        """;

    readonly string _folder = Directory.CreateTempSubdirectory("planted-").FullName;

    [Fact]
    public async Task A_planted_violation_of_each_rule_fails_the_build()
    {
        foreach (var file in (string[])["Directory.Build.props", "Directory.Packages.props", ".editorconfig", "BannedSymbols.txt", "global.json"])
            File.Copy(ProjectRoot.Path(file), Path.Combine(_folder, file));
        await File.WriteAllTextAsync(Path.Combine(_folder, "Planted.csproj"), "<Project Sdk=\"Microsoft.NET.Sdk\" />", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder, "NotSealed.cs"), Violations, TestContext.Current.CancellationToken);

        var (exitCode, output) = await BuildAsync();

        Assert.NotEqual(0, exitCode);
        foreach (var rule in (string[])["RS0030", "IDE0005", "IDE0040", "IDE0051", "IDE1006", "CA1852", "CA2016", "CS8603"])
            Assert.Contains($"error {rule}", output);
        Assert.Contains("Take a TimeProvider", output);
        Assert.Contains("Take a seed", output);
    }

    async Task<(int ExitCode, string Output)> BuildAsync()
    {
        using var build = Process.Start(new ProcessStartInfo("dotnet", ["build", "--nologo", "--disable-build-servers"])
        {
            WorkingDirectory = _folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var output = await build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await build.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (build.ExitCode, output);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
