using System.IO.MemoryMappedFiles;

namespace Recommender.Core.Models.Tensors;

/// <summary>A file in the address space, read-only: its pages are loaded when touched and shared between processes.</summary>
sealed unsafe class MappedFile : IDisposable
{
    readonly MemoryMappedFile _file;
    readonly MemoryMappedViewAccessor _view;
    readonly byte* _start;

    MappedFile(string path, MemoryMappedFile file, long length)
    {
        (Path, Length, _file) = (path, length, file);
        _view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
    }

    public string Path { get; }

    public long Length { get; }

    public static MappedFile Open(string path)
    {
        try
        {
            // Deleting or replacing the file goes on while it is mapped.
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            if (stream.Length == 0) throw new UserErrorException($"{path} is empty. Train the model again or put it back from a backup.");

            var file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
            return new(path, file, stream.Length);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{path} {(e is UnauthorizedAccessException ? "may not be read; change its permissions" : "is missing; train the model again or put it back from a backup")}.", e);
        }
    }

    public ReadOnlyMemory<T> Numbers<T>(long begin, long bytes) where T : unmanaged => Writable<T>(begin, bytes);

    /// <summary>The same as <see cref="Memory{T}"/>, which some types ask for although they only read.</summary>
    public Memory<T> Writable<T>(long begin, long bytes) where T : unmanaged
    {
        if (begin < 0 || bytes < 0 || begin + bytes > Length) throw new ArgumentOutOfRangeException(nameof(begin), begin, $"{Path} has {Length} bytes.");
        return bytes == 0 ? default : new MappedNumbers<T>(this, (T*)(_start + begin), checked((int)(bytes / sizeof(T)))).Memory;
    }

    /// <summary>Reads a byte of every page: from then on they are in memory, as long as there is enough of it.</summary>
    public void Touch()
    {
        var sum = 0;
        for (var at = 0L; at < Length; at += Environment.SystemPageSize) sum += Volatile.Read(ref _start[at]);
        GC.KeepAlive(sum);
    }

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }
}
