using System.Buffers;

namespace Recommender.Tests.Worker.Grpc.Wire;

/// <summary>Bytes as they come off a connection: in several segments.</summary>
static class Pieces
{
    /// <summary>Cut at these places, which grow.</summary>
    public static ReadOnlySequence<byte> Of(byte[] bytes, params int[] cuts)
    {
        var first = new Segment(bytes.AsMemory(0, cuts.Length == 0 ? bytes.Length : cuts[0]));
        var last = first;
        for (var cut = 0; cut < cuts.Length; cut++)
            last = last.Then(bytes.AsMemory(cuts[cut]..(cut + 1 < cuts.Length ? cuts[cut + 1] : bytes.Length)));
        return new(first, 0, last, last.Memory.Length);
    }

    sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory) => Memory = memory;

        public Segment Then(ReadOnlyMemory<byte> memory)
        {
            var next = new Segment(memory) { RunningIndex = RunningIndex + Memory.Length };
            Next = next;
            return next;
        }
    }
}
