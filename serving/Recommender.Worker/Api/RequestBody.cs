using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Recommender.Worker.Problems;

namespace Recommender.Worker.Api;

/// <summary>The body of a request, whole and as it came, in the memory of the connection.</summary>
static class RequestBody
{
    static readonly ReadOnlySequence<byte> NoFields = new("{}"u8.ToArray());

    /// <summary>Reads the fields of the body into <paramref name="target"/>; which spelling the answer is asked in.</summary>
    public static async ValueTask<KeyCase> ReadAsync<T>(HttpContext context, BodyShape<T> shape, T target) where T : class
    {
        CheckType(context.Request);
        var body = context.Request.BodyReader;
        var read = await WholeAsync(body, context.RequestAborted);
        try
        {
            return Fields(read.Buffer, shape, target) is { } told ? Asked(context.Request) ?? told : Asked(context.Request) ?? KeyCase.Snake;
        }
        finally
        {
            body.AdvanceTo(read.Buffer.End);
        }
    }

    /// <summary>The spelling that <c>?case=</c> asks for; null where it is not there.</summary>
    public static KeyCase? Asked(HttpRequest request) => !request.QueryString.HasValue ? null : request.Query["case"].ToString() switch
    {
        "" => null,
        "snake" => KeyCase.Snake,
        "camel" => KeyCase.Camel,
        var other => throw new ProblemException(new(ProblemCode.InvalidParameter) { Parameter = "case", Location = "query", Message = "INVALID_PARAMETER.choice", Reason = $"\"{other}\" (snake, camel)" }),
    };

    static KeyCase? Fields<T>(in ReadOnlySequence<byte> buffer, BodyShape<T> shape, T target) where T : class
    {
        var reader = new BodyReader(buffer.IsEmpty ? NoFields : buffer);
        reader.Whole(shape, target);
        return reader.Case;
    }

    static async ValueTask<ReadResult> WholeAsync(PipeReader body, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            if (read.IsCompleted) return read;

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    static void CheckType(HttpRequest request)
    {
        if (request.ContentType is { } type && !type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) && !request.HasJsonContentType())
            throw new ProblemException(new(ProblemCode.MediaTypeNotSupported) { Parameter = "Content-Type", Location = "header" });
    }
}
