using System.Diagnostics;
using Recommender.Engine.Pool;
using Recommender.Tests.Engine.Pool;
using Xunit;

namespace Recommender.Tests.Engine.Tracing;

public sealed class LoadSpanTests : PoolFixture
{
    [Fact]
    public async Task A_version_that_goes_live_is_a_span()
    {
        Beauty.Publish();
        using var heard = new HeardSpans();

        Version();

        var span = await LoadIn(heard);
        Assert.Equal((Tenant, "beauty", 1), (span.GetTagItem("recommender.tenant"), span.GetTagItem("recommender.model"), span.GetTagItem("recommender.version")));
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
    }

    [Fact]
    public async Task A_version_that_is_refused_is_a_span_that_says_why()
    {
        Beauty.Publish();
        File.Delete(Path.Combine(Beauty.PathOf(1), "model.safetensors"));
        using var heard = new HeardSpans();

        Assert.Throws<NoModelException>(() => Version());

        var span = await LoadIn(heard);
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.NotEmpty(span.StatusDescription!);
    }

    // A question goes on before the load that it waited for has said its last word.
    static async Task<Activity> LoadIn(HeardSpans heard)
    {
        await Soon(() => !heard.Ended.IsEmpty);
        return Assert.Single(heard.Ended, span => span.OperationName == "load version");
    }
}
