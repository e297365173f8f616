using System.Text.Json;
using Xunit;

namespace Recommender.EndToEnd;

/// <summary>What a program left behind. A program that a signal ended has 128 plus the signal's number as its exit code.</summary>
sealed record Outcome(int ExitCode, string Output, string Errors, TimeSpan Elapsed)
{
    public string[] ErrorLines => Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The one JSON document on standard output; a word beside it, or none at all, is an error.</summary>
    public JsonElement Json => JsonElement.Parse(Output);

    /// <summary>The one line that says what went wrong.</summary>
    public string Error => Assert.Single(ErrorLines, line => line.StartsWith("error: ", StringComparison.Ordinal));

    /// <summary>Fails with everything the program said when it did not end as expected.</summary>
    public Outcome Ends(int exitCode)
    {
        Assert.True(exitCode == ExitCode, $"Exit code {ExitCode} instead of {exitCode}.\nOutput:\n{Output}\nErrors:\n{Errors}");
        return this;
    }
}
