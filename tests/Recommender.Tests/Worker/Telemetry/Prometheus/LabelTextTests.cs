using Recommender.Worker.Telemetry.Prometheus;
using Xunit;

namespace Recommender.Tests.Worker.Telemetry.Prometheus;

public sealed class LabelTextTests
{
    [Fact]
    public void Labels_stand_in_order_and_those_without_a_value_are_left_out() =>
        Assert.Equal("a=\"1\",b=\"true\",c=\"x\"", LabelText.Of([new("c", "x"), new("b", true), new("d", null), new("e", ""), new("a", 1)]));

    [Fact]
    public void What_would_end_a_label_is_escaped() =>
        Assert.Equal("a=\"\\\\ \\\" \\n é\"", LabelText.Of([new("a", "\\ \" \n é")]));

    [Fact]
    public void Two_tags_that_become_one_label_stay_one() => Assert.Equal("a_b=\"1\"", LabelText.Of([new("a.b", 1), new("a_b", 2)]));
}
