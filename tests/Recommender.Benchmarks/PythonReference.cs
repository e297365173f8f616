using System.Diagnostics;
using System.Text.Json;

namespace Recommender.Benchmarks;

/// <summary>The same computation by numpy or scipy, in Debian's Python as a process beside, for ratios within one run.</summary>
static class PythonReference
{
    const string Interpreter = "/usr/bin/python3";

    /// <summary>Runs the script with so many BLAS threads and returns the JSON that it prints last.</summary>
    public static JsonElement Run(string script, int threads, CancellationToken cancellationToken) =>
        Start(new ProcessStartInfo(Interpreter) { ArgumentList = { "-c", script }, Environment = { ["OPENBLAS_NUM_THREADS"] = $"{threads}" } }, cancellationToken);

    /// <summary>Runs a program to its end and reads the last line that it printed as JSON.</summary>
    public static JsonElement Start(ProcessStartInfo program, CancellationToken cancellationToken)
    {
        (program.UseShellExecute, program.RedirectStandardOutput) = (false, true);
        using var process = Process.Start(program)!;
        using var interrupted = cancellationToken.Register(process.Kill);
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        cancellationToken.ThrowIfCancellationRequested();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program.FileName} ended with code {process.ExitCode}.");

        return JsonElement.Parse(printed.TrimEnd().Split('\n')[^1]);
    }
}
