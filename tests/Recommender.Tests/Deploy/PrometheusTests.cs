using Xunit;

namespace Recommender.Tests.Deploy;

public sealed class PrometheusTests
{
    const string Checker = "/usr/bin/promtool";

    [Fact]
    public async Task Prometheus_has_nothing_to_say_against_its_settings()
    {
        Assert.SkipUnless(File.Exists(Checker), "promtool is not here; it comes with the Debian package prometheus.");

        var (code, words) = await OtherProgram.RunAsync(Checker, "check", "config", ProjectRoot.Path("deploy/prometheus.yml"));

        Assert.True(code == 0, words);
    }
}
