using System.Diagnostics;
using Recommender.Engine.Pool;

namespace Recommender.Engine.Tracing;

/// <summary>The engine's spans, few of them: what a question took of its model, and how long a version took to go live. Nothing where nobody listens.</summary>
static class Spans
{
    static readonly ActivitySource Source = new("Recommender.Engine");

    /// <summary>Scores a question with a version.</summary>
    public static Activity? Score(LiveVersion version) => Source.StartActivity("score") is { } span ? Named(span, version.Model, version.Version) : null;

    /// <summary>Opens a version and makes it live.</summary>
    public static Activity? Load(string tenant, string model, int version) =>
        Source.StartActivity("load version") is { } span ? Named(span, model, version).SetTag("recommender.tenant", tenant) : null;

    static Activity Named(Activity span, string model, int version) => span.SetTag("recommender.model", model).SetTag("recommender.version", version);
}
