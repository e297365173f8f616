using Xunit;

namespace Recommender.Tests.House;

public sealed class SolutionTests
{
    static readonly string Solution = File.ReadAllText(ProjectRoot.Path("Recommender.sln"));

    [Fact]
    public void The_solution_is_a_classic_one() =>
        Assert.Contains("Microsoft Visual Studio Solution File, Format Version 12.00", Solution);

    [Fact]
    public void The_solution_holds_every_project_and_nothing_else()
    {
        var listed = Solution.Split('"').Where(part => part.EndsWith(".csproj", StringComparison.Ordinal)).Select(path => path.Replace('\\', '/'));

        Assert.Equal(TrackedFiles.Named("*.csproj").Order(), listed.Order());
    }
}
