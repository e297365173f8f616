using Xunit;

namespace Recommender.Tests.Storage;

/// <summary>Real data that is too large, or not ours, to keep in the project: it stands in ../shared/data where it is at hand.</summary>
static class SharedData
{
    const string Place = "../shared/data";

    /// <summary>The full path of a file or folder below ../shared/data; where that is missing, the test is skipped.</summary>
    public static string Path(string relative)
    {
        var path = System.IO.Path.GetFullPath(ProjectRoot.Path($"{Place}/{relative}"));
        Assert.SkipUnless(File.Exists(path) || Directory.Exists(path), $"{Place}/{relative} is not here; put it beside the project's folder to run this test.");
        return path;
    }
}
