using System.Buffers;
using System.IO.Pipelines;
using Google.Protobuf;

namespace Recommender.Worker.Grpc.Wire;

/// <summary>The messages that a call answers, written straight into the connection's buffers.</summary>
sealed class MessageWriter(PipeWriter output, bool isPacking, MessageLimits limits)
{
    // A shorter message becomes longer by packing.
    const int WorthPacking = 128;

    /// <summary>Whether a message has been written.</summary>
    public bool HasWritten { get; private set; }

    /// <summary>Writes one message; it leaves with the end of the call, or when it is flushed.</summary>
    public void Write(IMessage message)
    {
        var length = message.CalculateSize();
        if (length > limits.LongestAnswer)
            throw new CallException(StatusCode.ResourceExhausted, $"The answer has {length} bytes, and no more than {limits.LongestAnswer} go into a message. Ask for less at once.");

        HasWritten = true;
        if (isPacking && length >= WorthPacking) WritePacked(message, length);
        else WritePlain(message, length);
    }

    /// <summary>Sends what was written; waits while the client takes nothing.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        var result = await output.FlushAsync(cancellationToken);
        if (result.IsCompleted || result.IsCanceled) throw new OperationCanceledException("The client is gone.");
    }

    void WritePlain(IMessage message, int length)
    {
        Frame.WritePrefix(output, isCompressed: false, length);
        message.WriteTo(output);
    }

    void WritePacked(IMessage message, int length)
    {
        var plain = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            message.WriteTo(plain.AsSpan(0, length));
            using var packed = new MemoryStream(length);
            Gzip.Pack(plain.AsSpan(0, length), packed);
            Frame.WritePrefix(output, isCompressed: true, (int)packed.Length);
            output.Write(packed.GetBuffer().AsSpan(0, (int)packed.Length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(plain);
        }
    }
}
