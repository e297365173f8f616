using Google.Protobuf;
using Microsoft.AspNetCore.Http;
using Recommender.Engine.Answers;
using Recommender.Worker.Grpc.Wire;

namespace Recommender.Worker.Grpc.Calls;

/// <summary>A call while it runs: its messages in both directions, who asks, and until when.</summary>
sealed class Call : IDisposable
{
    readonly HttpContext _context;
    readonly Deadline _deadline;
    readonly MessageReader _requests;
    readonly MessageWriter _answers;
    readonly Func<CancellationToken> _cancellation;

    public Call(HttpContext context, MessageLimits limits, TimeProvider clock)
    {
        var headers = context.Request.Headers;
        var encoding = (string?)headers.GrpcEncoding;
        var isPacking = encoding == Encodings.Gzip && Encodings.TakesGzip(headers.GrpcAcceptEncoding);
        (_context, _deadline) = (context, new(headers.GrpcTimeout, clock, context.RequestAborted));
        _requests = new(context.Request.BodyReader, encoding, limits);
        _answers = new(context.Response.BodyWriter, isPacking, limits);
        _cancellation = () => _deadline.Token;
        if (isPacking) context.Response.Headers.GrpcEncoding = Encodings.Gzip;
    }

    /// <summary>What the caller may ask; null in a method that is open to everybody.</summary>
    public Storefront? Admitted { get; set; }

    /// <summary>The storefront of the caller's tenant.</summary>
    public Storefront Storefront => Admitted ?? throw new InvalidOperationException("The method names no scope, so nobody was let in.");

    /// <summary>Cancelled when the client is gone, or the deadline has passed.</summary>
    public CancellationToken Cancelled => _deadline.Token;

    /// <summary>Whether the deadline has passed.</summary>
    public bool IsLate => _deadline.HasPassed;

    /// <summary>Whether an answer has been written.</summary>
    public bool HasAnswered => _answers.HasWritten;

    /// <summary>What the client sent beside its messages.</summary>
    public IHeaderDictionary Metadata => _context.Request.Headers;

    /// <summary>The one message of a call that has just one.</summary>
    public ValueTask<T> OnlyAsync<T>() where T : class, IMessage<T>, new() => _requests.ReadOnlyAsync<T>(_cancellation);

    /// <summary>The next message; null after the last one.</summary>
    public ValueTask<T?> NextAsync<T>() where T : class, IMessage<T>, new() => _requests.ReadAsync<T>(_cancellation);

    /// <summary>Answers; the message leaves with the end of the call.</summary>
    public void Answer(IMessage message) => _answers.Write(message);

    /// <summary>Answers now; waits while the client takes nothing.</summary>
    public ValueTask SendAsync(IMessage message)
    {
        _answers.Write(message);
        return _answers.FlushAsync(Cancelled);
    }

    public void Dispose() => _deadline.Dispose();
}
