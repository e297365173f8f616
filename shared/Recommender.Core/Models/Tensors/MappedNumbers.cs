using System.Buffers;

namespace Recommender.Core.Models.Tensors;

/// <summary>Numbers of a mapped file as memory; holding it holds the mapping.</summary>
sealed unsafe class MappedNumbers<T>(MappedFile file, T* start, int length) : MemoryManager<T> where T : unmanaged
{
    public MappedFile File => file;

    public override Span<T> GetSpan() => new(start, length);

    public override MemoryHandle Pin(int elementIndex = 0) => new(start + elementIndex);

    public override void Unpin() { }

    protected override void Dispose(bool disposing) { }
}
