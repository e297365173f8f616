using Recommender.Engine.Pool;
using Recommender.Tests.Worker.Telemetry.Prometheus;
using Recommender.Worker.Telemetry.Health;
using Xunit;

namespace Recommender.Tests.Worker.Telemetry.Health;

public sealed class ModelReportsTests : IDisposable
{
    readonly Collected _collected = new();
    ModelStatus[] _status = [];

    public ModelReportsTests() => _ = new ModelReports(_collected.Meters, new(() => _status, new HashSet<string>()));

    [Fact]
    public void The_version_that_answers_is_a_label_and_leaves_with_it()
    {
        _status = [new("default", "beauty", "production", 7, 7, null), new("default", "beauty", "candidate", 8, null, "It is damaged.")];
        var parsed = _collected.Parsed();
        Assert.Equal(1, parsed["recommender_version_info{alias=\"production\",model=\"beauty\",tenant=\"default\",version=\"7\"}"]);
        Assert.Single(parsed.Of("recommender_version_info"));
        Assert.Equal(0, parsed["recommender_version_behind{alias=\"production\",model=\"beauty\",tenant=\"default\"}"]);
        Assert.Equal(1, parsed["recommender_version_behind{alias=\"candidate\",model=\"beauty\",tenant=\"default\"}"]);

        _status = [new("default", "beauty", "production", 9, 9, null)];

        Assert.Equal(1, _collected.Parsed()["recommender_version_info{alias=\"production\",model=\"beauty\",tenant=\"default\",version=\"9\"}"]);
        Assert.Single(_collected.Parsed().Of("recommender_version_info"));
    }

    public void Dispose() => _collected.Dispose();
}
