using System.Diagnostics;
using Xunit;

namespace Recommender.EndToEnd;

public sealed class StateVerbTests
{
    [Fact]
    public void A_verb_of_the_worker_says_in_one_line_that_it_comes_with_the_worker()
    {
        using var launched = Process.Start(new ProcessStartInfo(ProjectRoot.Path("recommender"), ["serve"]) { UseShellExecute = false, RedirectStandardError = true })!;
        var words = launched.StandardError.ReadToEnd();
        launched.WaitForExit();

        Assert.Equal(2, launched.ExitCode);
        Assert.Single(words.Trim().Split('\n'));
    }
}
