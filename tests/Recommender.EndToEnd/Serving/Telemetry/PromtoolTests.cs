using System.Diagnostics;
using Xunit;

namespace Recommender.EndToEnd.Serving.Telemetry;

public sealed class PromtoolTests
{
    const string Promtool = "/usr/bin/promtool";

    [Fact]
    public async Task Prometheus_own_tool_finds_nothing_wrong_with_the_metrics()
    {
        Assert.SkipUnless(File.Exists(Promtool), "promtool is not installed; on Debian and Ubuntu it comes with the package prometheus.");
        var cancelled = TestContext.Current.CancellationToken;
        using var worker = await StartedWorker.StartAsync(new Dictionary<string, string>());
        await worker.Client.GetStringAsync("/healthz", cancelled);
        (await worker.Client.GetAsync("/no/such/path", cancelled)).Dispose();

        var verdict = await CheckAsync(await worker.Client.GetStringAsync("/metrics", cancelled));

        Assert.Equal("0: ", verdict);
        Assert.NotEqual("0: ", await CheckAsync("# TYPE a counter\na 1\n"));
        (await worker.StopAsync()).Ends(0);
    }

    static async Task<string> CheckAsync(string metrics)
    {
        using var promtool = Process.Start(new ProcessStartInfo(Promtool, ["check", "metrics"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        await promtool.StandardInput.WriteAsync(metrics);
        promtool.StandardInput.Close();
        var said = await Task.WhenAll(promtool.StandardOutput.ReadToEndAsync(), promtool.StandardError.ReadToEndAsync());
        await promtool.WaitForExitAsync();
        return $"{promtool.ExitCode}: {string.Concat(said).Trim()}";
    }
}
