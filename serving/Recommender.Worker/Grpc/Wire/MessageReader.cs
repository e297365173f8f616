using System.Buffers;
using System.IO.Pipelines;
using Google.Protobuf;
using Microsoft.AspNetCore.Http;

namespace Recommender.Worker.Grpc.Wire;

/// <summary>The messages that a client sends on one call. They are parsed where they lie, over as many segments as they came in.</summary>
sealed class MessageReader(PipeReader input, string? encoding, MessageLimits limits)
{
    /// <summary>The one message of a call that has just one; it is not answered before the client has ended its side.</summary>
    public async ValueTask<T> ReadOnlyAsync<T>(Func<CancellationToken> cancellation) where T : class, IMessage<T>, new()
    {
        while (true)
        {
            if (!input.TryRead(out var result)) result = await WaitAsync(cancellation());
            if (result.IsCompleted)
            {
                var message = ParseOnly<T>(result.Buffer);
                input.AdvanceTo(result.Buffer.End);
                return message;
            }

            CheckThatOneComes(result.Buffer);
            input.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    /// <summary>The next message of a stream; null after the last one.</summary>
    public async ValueTask<T?> ReadAsync<T>(Func<CancellationToken> cancellation) where T : class, IMessage<T>, new()
    {
        while (true)
        {
            if (!input.TryRead(out var result)) result = await WaitAsync(cancellation());
            if (TryParse<T>(result, out var message)) return message;
            if (result.IsCompleted) return result.Buffer.IsEmpty ? null : throw CutOff(result.Buffer.Length);

            input.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    bool TryParse<T>(ReadResult result, out T? message) where T : class, IMessage<T>, new()
    {
        var rest = result.Buffer;
        message = null;
        if (!Frame.TryTake(ref rest, limits.LongestRequest, out var frame)) return false;

        message = Parse<T>(frame);
        input.AdvanceTo(rest.Start);
        return true;
    }

    T ParseOnly<T>(ReadOnlySequence<byte> bytes) where T : class, IMessage<T>, new()
    {
        if (bytes.IsEmpty) throw new CallException(StatusCode.InvalidArgument, "The call ended without a message. This method takes exactly one.");
        if (!Frame.TryTake(ref bytes, limits.LongestRequest, out var frame)) throw CutOff(bytes.Length);
        if (!bytes.IsEmpty) throw TooMany();

        return Parse<T>(frame);
    }

    // A client that sends more than one message, or one that is too long, need not send all of it to hear so.
    void CheckThatOneComes(ReadOnlySequence<byte> bytes)
    {
        if (Frame.TryTake(ref bytes, limits.LongestRequest, out _) && !bytes.IsEmpty) throw TooMany();
    }

    T Parse<T>(Frame frame) where T : class, IMessage<T>, new()
    {
        if (!frame.IsCompressed) return Parse<T>(frame.Payload);

        ThrowIfUnpackable();
        using var unpacked = Gzip.Unpack(frame.Payload, limits.LongestRequest);
        return Parse<T>(unpacked.Bytes);
    }

    void ThrowIfUnpackable()
    {
        if (encoding is null or Encodings.Identity) throw new CallException(StatusCode.Internal, "A message is marked as compressed, but the call's grpc-encoding names no compression. Set grpc-encoding to gzip.");
        if (encoding != Encodings.Gzip) throw new CallException(StatusCode.Unimplemented, $"Messages compressed by '{encoding}' are not understood. Use one of: {Encodings.Accepted}.");
    }

    static T Parse<T>(ReadOnlySequence<byte> bytes) where T : class, IMessage<T>, new()
    {
        try
        {
            var message = new T();
            message.MergeFrom(bytes);
            return message;
        }
        catch (InvalidProtocolBufferException broken)
        {
            throw new CallException(StatusCode.InvalidArgument, $"A message cannot be read as {typeof(T).Name}. Make it with the proto file of recommender.v1.", broken);
        }
    }

    // A client that goes away in the middle has cancelled its call; one that Kestrel finds too slow or too long-winded is told so.
    async ValueTask<ReadResult> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await input.ReadAsync(cancellationToken);
        }
        catch (BadHttpRequestException bad)
        {
            throw new CallException(bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? StatusCode.ResourceExhausted : StatusCode.InvalidArgument, bad.Message, bad);
        }
        catch (IOException gone)
        {
            throw new OperationCanceledException("The client is gone.", gone);
        }
    }

    static CallException TooMany() => new(StatusCode.InvalidArgument, "The call brought more than one message. This method takes exactly one.");

    static CallException CutOff(long length) => new(StatusCode.InvalidArgument, $"The call ended inside a message: {length} bytes of it are there, its prefix says more.");
}
