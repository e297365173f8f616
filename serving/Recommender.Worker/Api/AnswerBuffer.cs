using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Recommender.Worker.Api;

/// <summary>
/// Where an answer is written before it goes out: its length stands in its header, and what fails half-way is still a clean refusal. Each
/// thread keeps one.
/// </summary>
sealed class AnswerBuffer
{
    const string JsonType = "application/json; charset=utf-8";
    const int LargestKept = 1 << 20;

    // The type is JSON and nothing sniffs it: letters outside ASCII may stand as they are.
    static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    static AnswerBuffer? _kept;

    readonly ArrayBufferWriter<byte> _bytes = new(16 << 10);

    AnswerBuffer() => Json = new(_bytes, Readable);

    /// <summary>Writes JSON into it.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>What is written so far.</summary>
    public ReadOnlySpan<byte> Written
    {
        get
        {
            Json.Flush();
            return _bytes.WrittenSpan;
        }
    }

    /// <summary>An empty one; nobody else writes into it until it is sent.</summary>
    public static AnswerBuffer Take()
    {
        var taken = _kept ?? new();
        _kept = null;
        taken._bytes.ResetWrittenCount();
        taken.Json.Reset();
        return taken;
    }

    /// <summary>Hands what is written to the connection; it goes out when the request ends.</summary>
    public void Send(HttpContext context, string type = JsonType)
    {
        var response = context.Response;
        var body = Written;
        response.ContentType = type;
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) response.BodyWriter.Write(body);
        Keep();
    }

    /// <summary>Gives it back to its thread; one that a long answer made large goes.</summary>
    public void Keep()
    {
        if (_bytes.Capacity <= LargestKept) _kept = this;
    }
}
