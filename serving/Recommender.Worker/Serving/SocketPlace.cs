using System.Text;
using Recommender.Storage.State;

namespace Recommender.Worker.Serving;

/// <summary>Where a worker's Unix socket lies: in its state folder, or, where that path is too long for a socket, in a private folder of its own.</summary>
sealed class SocketPlace : IDisposable
{
    // sockaddr_un holds 104 bytes on macOS and 108 on Linux, with a zero at the end.
    const int LongestPath = 103;
    const string Name = "worker.sock";

    readonly string? _ownFolder;

    public SocketPlace(StateFolder folder)
    {
        Path = folder.File(Name);
        if (Encoding.UTF8.GetByteCount(Path) > LongestPath)
        {
            _ownFolder = Directory.CreateTempSubdirectory("recommender-").FullName;   // its owner's alone
            Path = System.IO.Path.Combine(_ownFolder, Name);
        }
        File.Delete(Path);   // of a worker that was killed: whoever makes a place holds the state
    }

    /// <summary>The socket.</summary>
    public string Path { get; }

    /// <summary>Closes it to everybody but its owner, once it is there.</summary>
    public void Close()
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    public void Dispose()
    {
        File.Delete(Path);
        if (_ownFolder is not null) Directory.Delete(_ownFolder, recursive: true);
    }
}
