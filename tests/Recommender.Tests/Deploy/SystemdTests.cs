using System.Diagnostics;
using Xunit;

namespace Recommender.Tests.Deploy;

public sealed class SystemdTests
{
    const string Program = "/usr/bin/dotnet /opt/recommender/Recommender.Training.dll ";

    static readonly string Folder = ProjectRoot.Path("deploy/systemd");

    public static TheoryData<string> Services => ["recommender-schedule.service", "recommender-run@.service"];

    [Theory]
    [MemberData(nameof(Services))]
    public void A_service_is_locked_up_and_writes_to_its_home_only(string service)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, service));

        Assert.All(
            (string[])["User=recommender", "NoNewPrivileges=true", "ProtectSystem=strict", "ReadWritePaths=/var/lib/recommender", "PrivateTmp=true", "ProtectHome=true", "KillMode=mixed", "CapabilityBoundingSet="],
            line => Assert.Contains(line, lines));
        Assert.Contains("Environment=RECOMMENDER_HOME=/var/lib/recommender", lines);
        Assert.Matches(@"^MemoryMax=\d+G$", Assert.Single(lines, line => line.StartsWith("MemoryMax=", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void A_service_starts_a_command_that_the_console_knows(string service)
    {
        var start = Assert.Single(File.ReadAllLines(Path.Combine(Folder, service)), line => line.StartsWith("ExecStart=", StringComparison.Ordinal))["ExecStart=".Length..];

        Assert.StartsWith(Program, start);
        Assert.Empty(ConsoleWords.Faults(start[Program.Length..].Split(' ')));
    }

    [Fact]
    public async Task Systemd_has_nothing_to_say_against_the_units()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/systemd-analyze"), "systemd-analyze is not here; it comes with the Debian package systemd.");
        using var copy = new Storage.TemporaryFolder();
        foreach (var unit in Directory.EnumerateFiles(Folder))
            await File.WriteAllTextAsync(copy.File(Path.GetFileName(unit).Replace("@.", "@beauty.")), await Here(unit), TestContext.Current.CancellationToken);

        using var verify = Process.Start(new ProcessStartInfo("/usr/bin/systemd-analyze", ["verify", "--man=no", .. Directory.EnumerateFiles(copy.Path)])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        })!;
        var complaints = await verify.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await verify.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain(complaints.Split('\n'), line => line.StartsWith(copy.Path, StringComparison.Ordinal) || line.StartsWith("recommender-", StringComparison.Ordinal));
        Assert.Equal(0, verify.ExitCode);
    }

    // Where .NET is installed differs from machine to machine.
    static async Task<string> Here(string unit) =>
        (await File.ReadAllTextAsync(unit, TestContext.Current.CancellationToken)).Replace("/usr/bin/dotnet", Environment.ProcessPath);
}
