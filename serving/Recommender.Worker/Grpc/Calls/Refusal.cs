using Microsoft.AspNetCore.Http;

namespace Recommender.Worker.Grpc.Calls;

/// <summary>Requests that are no gRPC at all get an HTTP answer, which every client can read.</summary>
static class Refusal
{
    public const string ContentType = "application/grpc";

    /// <summary>Whether somebody means gRPC.</summary>
    public static bool IsGrpc(HttpRequest request) => IsGrpc(request.ContentType);

    /// <summary>Refuses what is no call; false where it is one.</summary>
    public static bool Refuses(HttpContext context)
    {
        var request = context.Request;
        if (!HttpProtocol.IsHttp2(request.Protocol)) return Refuse(context, StatusCodes.Status426UpgradeRequired, "Upgrade", "HTTP/2");
        if (!HttpMethods.IsPost(request.Method)) return Refuse(context, StatusCodes.Status405MethodNotAllowed, "Allow", HttpMethods.Post);

        return !IsGrpc(request.ContentType) && Refuse(context, StatusCodes.Status415UnsupportedMediaType, "Accept", ContentType);
    }

    static bool Refuse(HttpContext context, int status, string header, string cure)
    {
        context.Response.StatusCode = status;
        context.Response.Headers[header] = cure;
        return true;
    }

    // application/grpc, application/grpc+proto, application/grpc;charset=utf-8, but neither application/grpc-web nor +json.
    static bool IsGrpc(string? type)
    {
        if (type is null || !type.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase)) return false;

        var rest = type.AsSpan(ContentType.Length);
        return rest.IsEmpty || rest[0] == ';' || rest.Equals("+proto", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("+proto;", StringComparison.OrdinalIgnoreCase);
    }
}
