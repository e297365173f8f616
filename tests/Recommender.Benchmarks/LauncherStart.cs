using System.Diagnostics;

namespace Recommender.Benchmarks;

/// <summary>What ./recommender adds to the console's own start when there is nothing to build.</summary>
static class LauncherStart
{
    const int Rounds = 15;

    public static void Run(TextWriter findings, CancellationToken cancellationToken)
    {
        var launcher = ProjectRoot.Path(OperatingSystem.IsWindows() ? "recommender.cmd" : "recommender");
        Start(launcher, "--help");
        var builds = ProjectRoot.Path("artifacts/run/Recommender.Training");
        var console = Path.Combine(builds, File.ReadAllText(Path.Combine(builds, "current")).Trim(), "Recommender.Training.dll");

        var alone = Measured.Repeat(Rounds, () => Start("dotnet", console, "--help"), cancellationToken);
        var launched = Measured.Repeat(Rounds, () => Start(launcher, "--help"), cancellationToken);

        findings.WriteLine($"`--help`, {Rounds} rounds, milliseconds:");
        findings.WriteLine();
        findings.WriteLine("| | min | median | max |");
        findings.WriteLine("|---|---|---|---|");
        findings.WriteLine($"| console alone | {alone} |");
        findings.WriteLine($"| through the launcher | {launched} |");
        findings.WriteLine();
        findings.WriteLine($"The launcher adds {(launched.Median - alone.Median).TotalMilliseconds:0.0} ms to the median.");
    }

    static void Start(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with code {process.ExitCode}; it must start before it can be timed.");
    }
}
