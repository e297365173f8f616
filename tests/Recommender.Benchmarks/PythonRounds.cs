using System.Diagnostics;
using System.Globalization;

namespace Recommender.Benchmarks;

/// <summary>
/// The same work by numpy or scipy in a process beside us. It prepares once and then runs one round whenever asked, so that both sides
/// alternate and meet the machine in the same state.
/// </summary>
sealed class PythonRounds : IDisposable
{
    // Debian's own: another python may stand first on the path, without numpy.
    const string Python = "/usr/bin/python3";

    readonly Process _process;

    /// <summary>Runs <paramref name="setup"/>; <paramref name="round"/> is the body of the function that each round calls.</summary>
    public PythonRounds(string setup, string round, params ReadOnlySpan<string> arguments)
    {
        var program = $"""
            import sys, time
            {setup}
            def work():
                {round.ReplaceLineEndings("\n    ")}
            print('ready', flush=True)
            for line in sys.stdin:
                started = time.perf_counter()
                made = work()
                print(time.perf_counter() - started, flush=True)
            """;
        _process = Process.Start(new ProcessStartInfo(Python, ["-c", program, .. arguments]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        if (Answer() != "ready") throw new InvalidOperationException("The reference did not start; it needs the packages python3-numpy and python3-scipy.");
    }

    /// <summary>Whether it can run here at all.</summary>
    public static bool IsThere => File.Exists(Python);

    /// <summary>How long one more round took, by the reference's own clock.</summary>
    public TimeSpan Round()
    {
        _process.StandardInput.WriteLine();
        _process.StandardInput.Flush();
        return TimeSpan.FromSeconds(double.Parse(Answer(), CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    string Answer() => _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The reference ended before its answer.");
}
