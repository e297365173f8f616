using Recommender.Training;

namespace Recommender.Tests.Deploy;

/// <summary>Command lines of the console that stand in a file of deploy/.</summary>
static class ConsoleWords
{
    /// <summary>What is wrong with them: words that the console does not take.</summary>
    public static IReadOnlyList<string> Faults(params string[] words) => [.. Entry.Create().Parse(words).Errors.Select(error => error.Message)];
}
