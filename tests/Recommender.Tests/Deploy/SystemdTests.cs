using System.Globalization;
using Xunit;

namespace Recommender.Tests.Deploy;

public sealed class SystemdTests
{
    // On systemd's scale to 10, which a service without any lock has.
    const string MostExposure = "35";

    static readonly string Folder = ProjectRoot.Path("deploy/systemd");

    public static TheoryData<string> Services => ["recommender-schedule.service", "recommender-run@.service", "recommender-worker.service"];

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
    public void A_service_starts_a_command_that_its_program_knows(string service)
    {
        var line = Value(service, "ExecStart").Split(' ');

        Assert.Equal("/usr/bin/dotnet", line[0]);
        Assert.StartsWith("/opt/recommender/", line[1]);
        Assert.Empty(CommandLines.Faults(line));
    }

    [Fact]
    public void The_worker_has_more_than_its_drain_time_to_end_and_its_secrets_are_in_a_file_of_its_own()
    {
        const string worker = "recommender-worker.service";

        var drain = int.Parse(Value(worker, "ExecStart").Split(' ').After("--drain")!, CultureInfo.InvariantCulture);

        Assert.InRange(drain, 1, int.Parse(Value(worker, "TimeoutStopSec"), CultureInfo.InvariantCulture) - 5);
        Assert.Equal("-/etc/recommender/worker.env", Value(worker, "EnvironmentFile"));
    }

    [Fact]
    public async Task Systemd_has_nothing_to_say_against_the_units()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/systemd-analyze"), "systemd-analyze is not here; it comes with the Debian package systemd.");
        using var copy = new Storage.TemporaryFolder();
        foreach (var unit in Directory.EnumerateFiles(Folder))
            await File.WriteAllTextAsync(copy.File(Path.GetFileName(unit).Replace("@.", "@beauty.")), await Here(unit), TestContext.Current.CancellationToken);

        var units = Directory.GetFiles(copy.Path);
        var (code, complaints) = await OtherProgram.RunAsync("/usr/bin/systemd-analyze", ["verify", "--man=no", .. units]);
        var (exposure, reasons) = await OtherProgram.RunAsync("/usr/bin/systemd-analyze", ["security", "--offline=true", $"--threshold={MostExposure}", .. units.Where(unit => unit.EndsWith(".service", StringComparison.Ordinal))]);

        Assert.DoesNotContain(complaints.Split('\n'), line => line.StartsWith(copy.Path, StringComparison.Ordinal) || line.StartsWith("recommender-", StringComparison.Ordinal));
        Assert.Equal(0, code);
        Assert.True(exposure == 0, reasons);
    }

    static string Value(string service, string setting) =>
        Assert.Single(File.ReadAllLines(Path.Combine(Folder, service)), line => line.StartsWith($"{setting}=", StringComparison.Ordinal))[(setting.Length + 1)..];

    // Where .NET is installed differs from machine to machine.
    static async Task<string> Here(string unit) =>
        (await File.ReadAllTextAsync(unit, TestContext.Current.CancellationToken)).Replace("/usr/bin/dotnet", Environment.ProcessPath);
}
