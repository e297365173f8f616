using System.Collections.Frozen;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Logging;
using Recommender.Worker.Grpc.Wire;

namespace Recommender.Worker.Grpc.Calls;

/// <summary>
/// The life of a call: it is found by its path, let in, run, and ended with a status. A status stands in the trailers, or in the headers
/// of an answer that has nothing else.
/// </summary>
sealed class GrpcServer(IEnumerable<Method> methods, CallGate gate, CallSettings settings, ILogger<GrpcServer> log)
{
    readonly FrozenDictionary<string, Method> _methods = methods.ToFrozenDictionary(method => method.Path, StringComparer.Ordinal);

    /// <summary>Whether somebody means gRPC: by what is sent, or by where it is sent.</summary>
    public bool Takes(HttpRequest request) => Refusal.IsGrpc(request) || _methods.ContainsKey(request.Path.Value ?? "");

    /// <summary>Answers a call.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        if (Refusal.Refuses(context)) return;

        context.Response.ContentType = Refusal.ContentType;
        var hasAnswered = false;
        var (status, message) = (StatusCode.Ok, "");
        try
        {
            using var call = new Call(context, settings.Limits, settings.Clock);
            (status, message) = await RunAsync(context, call);
            hasAnswered = call.HasAnswered;
        }
        catch (CallException malformed)
        {
            (status, message) = (malformed.Status, malformed.Message);
        }
        End(context.Response, status, message, hasAnswered);
    }

    async Task<(StatusCode Status, string Message)> RunAsync(HttpContext context, Call call)
    {
        try
        {
            if (!_methods.TryGetValue(context.Request.Path.Value ?? "", out var method)) return (StatusCode.Unimplemented, $"No method answers at {context.Request.Path.Value}. The proto files name those that there are.");
            if (call.IsLate) return Late;

            await RunAsync(context, method, call);
            return call.IsLate ? Late : (StatusCode.Ok, "");
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            return Cancelled;
        }
        catch (OperationCanceledException) when (call.IsLate)
        {
            return Late;
        }
        catch (OperationCanceledException)
        {
            return Cancelled;
        }
        catch (Exception failure)
        {
            var told = CallFailure.Of(failure, call.Metadata.AcceptLanguage);
            if (told.Status == StatusCode.Internal) log.CallFailed(failure, context.Request.Path.Value ?? "");
            return told;
        }
    }

    async Task RunAsync(HttpContext context, Method method, Call call)
    {
        // Kestrel's limits on the length and the pace of a body are for files: a stream may be as long and as quiet as it wants.
        if (method.IsStream)
        {
            context.Features.Get<IHttpMinRequestBodyDataRateFeature>()?.MinDataRate = null;
            context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = null;
        }
        if (method.Scope is { } scope) call.Admitted = gate(call.Metadata, scope);
        await method.RunAsync(call);
    }

    static (StatusCode, string) Cancelled => (StatusCode.Cancelled, "The call was cancelled.");

    static (StatusCode, string) Late => (StatusCode.DeadlineExceeded, "The deadline passed before the answer was whole.");

    static void End(HttpResponse response, StatusCode status, string message, bool hasAnswered)
    {
        var isAlone = !hasAnswered && !response.HasStarted;
        var fields = isAlone ? response.Headers : response.HttpContext.Features.Get<IHttpResponseTrailersFeature>()!.Trailers;
        fields.GrpcStatus = status == StatusCode.Ok ? "0" : ((int)status).ToString(CultureInfo.InvariantCulture);
        if (message.Length > 0) fields.GrpcMessage = StatusText.Encode(message);
        if (isAlone && status == StatusCode.Unimplemented) fields.GrpcAcceptEncoding = Encodings.Accepted;
    }
}
