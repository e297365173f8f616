using System.Diagnostics;
using Xunit;

namespace Recommender.EndToEnd;

/// <summary>
/// What somebody gets who clones the project: the current commit and nothing else, in a temporary folder, with ../shared beside it
/// where that is at hand. Uncommitted changes are not in it.
/// </summary>
sealed class FreshClone : IDisposable
{
    readonly TemporaryHome _place = new();

    public FreshClone()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["clone", "--quiet", "--no-hardlinks", ProjectRoot.Folder, Folder]) { UseShellExecute = false })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        if (SharedData.IsHere) Directory.CreateSymbolicLink(_place.Path("shared"), ProjectRoot.Path("../shared"));
    }

    public string Folder => _place.Path("recommender");

    public void Dispose() => _place.Dispose();
}
