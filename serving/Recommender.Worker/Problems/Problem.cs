using Microsoft.AspNetCore.Http;

namespace Recommender.Worker.Problems;

/// <summary>
/// Why a request was refused, for REST and gRPC alike. An endpoint returns it as its result, or throws a <see cref="ProblemException"/>.
/// </summary>
/// <param name="Code">Its kind.</param>
sealed record Problem(ProblemCode Code) : IResult
{
    /// <summary>What in the request it is about: a field, a header, a part of the path.</summary>
    public string? Parameter { get; init; }

    /// <summary>Where that stands: <c>body</c>, <c>query</c>, <c>path</c> or <c>header</c>.</summary>
    public string? Location { get; init; }

    /// <summary>Which words of the catalogue say it; those of the code unless said otherwise.</summary>
    public string Message { get; init; } = Code.Name;

    /// <summary>What stands in the words for <c>{reason}</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>When it is worth trying again.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What it is found by in the log.</summary>
    public string? Id { get; init; }

    /// <summary>A field that must be there and is not.</summary>
    public static Problem Missing(string parameter, string location = "body") =>
        new(ProblemCode.MissingParameter) { Parameter = parameter, Location = location };

    /// <summary>A field whose value will not do; <paramref name="reason"/> says the value, the rule and the cure.</summary>
    public static Problem Invalid(string parameter, string reason, string location = "body") =>
        new(ProblemCode.InvalidParameter) { Parameter = parameter, Location = location, Reason = reason };

    /// <summary>Whole seconds to wait, at least one.</summary>
    public long? RetryAfterSeconds => RetryAfter is { } wait ? Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)) : null;

    public Task ExecuteAsync(HttpContext httpContext) => ProblemAnswer.WriteAsync(httpContext, this);
}
