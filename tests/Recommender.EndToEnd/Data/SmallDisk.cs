using System.Diagnostics;
using Xunit;

namespace Recommender.EndToEnd.Data;

/// <summary>A real disk of a few megabytes, in memory: mounted by root for one test and unmounted after it.</summary>
sealed class SmallDisk : IDisposable
{
    readonly TemporaryHome _place = new();
    readonly bool _isMounted;

    public SmallDisk(int megabytes)
    {
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess) _isMounted = Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", Folder);
        if (_isMounted) return;

        _place.Dispose();
        Assert.Skip("A small disk cannot be mounted: it takes root on Linux, and in a container the right to mount (--cap-add SYS_ADMIN).");
    }

    public string Folder => _place.Folder;

    string Ballast => Path("ballast");

    public string Path(string relative) => _place.Path(relative);

    /// <summary>Fills the disk up but for so many bytes.</summary>
    public void Fill(long left = 0)
    {
        Clear();
        using var ballast = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        ballast.Write(new byte[new DriveInfo(Folder).AvailableFreeSpace - left]);
    }

    /// <summary>Frees what was filled.</summary>
    public void Clear() => File.Delete(Ballast);

    public void Dispose()
    {
        Assert.True(Run("umount", Folder));
        _place.Dispose();
    }

    static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
