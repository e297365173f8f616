using Xunit;

namespace Recommender.EndToEnd;

public sealed class ReadmeTests
{
    [Fact]
    public async Task Every_shell_block_of_the_README_works_in_a_fresh_clone()
    {
        using var clone = new FreshClone();
        using var home = new TemporaryHome();
        var shell = new Launch { Program = "bash", Folder = clone.Folder, Home = home.Folder };
        var blocks = ShellBlocks(await File.ReadAllTextAsync(Path.Combine(clone.Folder, "README.md"), TestContext.Current.CancellationToken));

        Assert.Contains(blocks, block => block.StartsWith("./recommender demo\n"));
        try
        {
            foreach (var block in blocks.Where(CanRun))
            {
                var outcome = await shell.RunAsync("-euo", "pipefail", "-c", block);
                Assert.True(outcome.ExitCode == 0, $"Exit code {outcome.ExitCode} of\n{block}\nOutput:\n{outcome.Output}\nErrors:\n{outcome.Errors}");
            }
        }
        finally
        {
            await shell.RunAsync("-c", "./recommender serve --stop");   // what the demo left running
        }
    }

    // The test command is what runs here already: it would start itself for ever.
    static string[] ShellBlocks(string readme) =>
        [.. readme.Split("```sh\n").Skip(1).Select(part => part.Split("```")[0].Replace("./recommender test\n", ""))];

    static bool CanRun(string block) => SharedData.IsHere || !block.Contains("../shared/data");
}
