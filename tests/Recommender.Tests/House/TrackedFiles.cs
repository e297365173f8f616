using System.Diagnostics;
using Xunit;

namespace Recommender.Tests.House;

/// <summary>The files that belong to the project: those in git and new ones that git does not ignore.</summary>
static class TrackedFiles
{
    /// <summary>Their paths relative to the project's folder, with forward slashes.</summary>
    public static IReadOnlyList<string> Named(params string[] patterns)
    {
        var start = new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate", "--", .. patterns])
        {
            WorkingDirectory = ProjectRoot.Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start)!;
        var listing = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return [.. listing.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(path => File.Exists(ProjectRoot.Path(path)))];
    }

    public static string Read(string path) => File.ReadAllText(ProjectRoot.Path(path));

    /// <summary>Git's own test: a zero byte among the first 8000.</summary>
    public static bool IsBinary(string path)
    {
        using var file = File.OpenRead(ProjectRoot.Path(path));
        var head = new byte[8000];
        return head.AsSpan(0, file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)).Contains((byte)0);
    }
}
