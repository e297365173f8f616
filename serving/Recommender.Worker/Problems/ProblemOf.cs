using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Recommender.Core;
using Recommender.Storage.State;

namespace Recommender.Worker.Problems;

/// <summary>Which refusal an exception stands for.</summary>
static class ProblemOf
{
    /// <summary>The refusal; null when the exception is nobody's mistake but ours.</summary>
    public static Problem? Exception(Exception exception) => exception switch
    {
        ProblemException known => known.Problem,
        BadHttpRequestException { InnerException: JsonException json } => Json(json),
        BadHttpRequestException bad => Bad(bad),
        JsonException json => Json(json),
        StateConflictException conflict => new(ProblemCode.Conflict) { Reason = conflict.Message },
        StateUnavailableException => new(ProblemCode.Unavailable),
        UserErrorException mistake => new(ProblemCode.ValidationFailed) { Reason = mistake.Message },
        _ => null,
    };

    // Kestrel's own words tell nothing internal, and say what was wrong with the request.
    static Problem Bad(BadHttpRequestException bad) => new(ProblemCode.OfStatus(bad.StatusCode)) { Reason = Sentence(bad.Message) };

    // The path is the caller's own, as in $.items[2]; the rest of the message would name types of ours.
    static Problem Json(JsonException json) => new(ProblemCode.MalformedJson)
    {
        Location = "body",
        Parameter = json.Path,
        Reason = json.LineNumber is { } line ? $"{json.Path ?? "$"}, line {line + 1}, byte {(json.BytePositionInLine ?? 0) + 1}" : null,
    };

    static string Sentence(string message) => message.EndsWith('.') ? message : $"{message}.";
}
