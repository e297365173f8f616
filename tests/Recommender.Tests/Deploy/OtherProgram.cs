using System.Diagnostics;
using Xunit;

namespace Recommender.Tests.Deploy;

/// <summary>A program of this machine that judges a file of deploy/.</summary>
static class OtherProgram
{
    /// <summary>Its exit code, and everything it says.</summary>
    public static async Task<(int ExitCode, string Words)> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var words = await Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken),
            process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, string.Concat(words));
    }
}
