using System.Reflection;

namespace Recommender.Worker.Problems;

/// <summary>A kind of refusal as programs tell it from others; its words are in the catalogues messages.*.json.</summary>
/// <param name="Name">What a program reads, as in <c>AUTH_FAILED</c>.</param>
/// <param name="Status">The status over HTTP.</param>
/// <param name="Grpc">The status over gRPC.</param>
sealed record ProblemCode(string Name, int Status, int Grpc)
{
    const int InvalidArgument = 3, DeadlineExceeded = 4, NotFoundThere = 5, AlreadyExists = 6, PermissionDenied = 7, ResourceExhausted = 8,
        Aborted = 10, Unimplemented = 12, InternalThere = 13, UnavailableThere = 14, Unauthenticated = 16;

    public static readonly ProblemCode MalformedRequest = new("MALFORMED_REQUEST", 400, InvalidArgument);
    public static readonly ProblemCode MalformedJson = new("MALFORMED_JSON", 400, InvalidArgument);
    public static readonly ProblemCode AuthFailed = new("AUTH_FAILED", 401, Unauthenticated);
    public static readonly ProblemCode TenantMismatch = new("TENANT_MISMATCH", 403, PermissionDenied);
    public static readonly ProblemCode TenantDisabled = new("TENANT_DISABLED", 403, PermissionDenied);
    public static readonly ProblemCode ScopeMissing = new("SCOPE_MISSING", 403, PermissionDenied);
    public static readonly ProblemCode AccountNotAllowed = new("ACCOUNT_NOT_ALLOWED", 403, PermissionDenied);
    public static readonly ProblemCode OriginNotAllowed = new("ORIGIN_NOT_ALLOWED", 403, PermissionDenied);
    public static readonly ProblemCode NotFound = new("NOT_FOUND", 404, NotFoundThere);
    public static readonly ProblemCode MethodNotAllowed = new("METHOD_NOT_ALLOWED", 405, Unimplemented);
    public static readonly ProblemCode NotAcceptable = new("NOT_ACCEPTABLE", 406, InvalidArgument);
    public static readonly ProblemCode SlowRequest = new("SLOW_REQUEST", 408, DeadlineExceeded);
    public static readonly ProblemCode Conflict = new("CONFLICT", 409, Aborted);
    public static readonly ProblemCode AlreadyThere = new("ALREADY_EXISTS", 409, AlreadyExists);
    public static readonly ProblemCode BodyTooLarge = new("BODY_TOO_LARGE", 413, ResourceExhausted);
    public static readonly ProblemCode MediaTypeNotSupported = new("MEDIA_TYPE_NOT_SUPPORTED", 415, InvalidArgument);
    public static readonly ProblemCode MissingParameter = new("MISSING_PARAMETER", 422, InvalidArgument);
    public static readonly ProblemCode InvalidParameter = new("INVALID_PARAMETER", 422, InvalidArgument);
    public static readonly ProblemCode ValidationFailed = new("VALIDATION_FAILED", 422, InvalidArgument);
    public static readonly ProblemCode RateLimited = new("RATE_LIMITED", 429, ResourceExhausted);
    public static readonly ProblemCode HeadersTooLarge = new("HEADERS_TOO_LARGE", 431, ResourceExhausted);
    public static readonly ProblemCode Internal = new("INTERNAL", 500, InternalThere);
    public static readonly ProblemCode NoModel = new("NO_MODEL", 503, UnavailableThere);
    public static readonly ProblemCode Unavailable = new("UNAVAILABLE", 503, UnavailableThere);
    public static readonly ProblemCode Timeout = new("TIMEOUT", 504, DeadlineExceeded);

    /// <summary>Every code there is.</summary>
    public static IReadOnlyList<ProblemCode> All { get; } =
        [.. typeof(ProblemCode).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<ProblemCode>()];

    /// <summary>The code for an answer that has nothing but its status.</summary>
    public static ProblemCode OfStatus(int status) => status switch
    {
        401 => AuthFailed,
        404 => NotFound,
        405 => MethodNotAllowed,
        406 => NotAcceptable,
        408 => SlowRequest,
        409 => Conflict,
        413 => BodyTooLarge,
        415 => MediaTypeNotSupported,
        422 => ValidationFailed,
        429 => RateLimited,
        431 => HeadersTooLarge,
        503 => Unavailable,
        504 => Timeout,
        < 500 => MalformedRequest,
        _ => Internal,
    };
}
