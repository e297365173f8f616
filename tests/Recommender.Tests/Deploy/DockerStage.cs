using System.Text.Json;

namespace Recommender.Deploy;

/// <summary>One FROM with what follows it.</summary>
sealed record DockerStage(string Image, string Name, List<(string Name, string Text)> Instructions)
{
    /// <summary>What each instruction of a name says.</summary>
    public IEnumerable<string> All(string name) => Instructions.Where(instruction => instruction.Name == name).Select(instruction => instruction.Text);

    /// <summary>What the last instruction of a name says.</summary>
    public string Last(string name) => All(name).Last();

    /// <summary>The words of an instruction in the form that needs no shell.</summary>
    public string[] Words(string name) => JsonSerializer.Deserialize<string[]>(Last(name))!;

    /// <summary>What is copied where; <c>From</c> is a stage, or empty for the project's folder.</summary>
    public IEnumerable<(string From, string[] Sources, string Target)> Copies => All("COPY").Select(Copy);

    public static (string From, string[] Sources, string Target) Copy(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var from = words.FirstOrDefault(word => word.StartsWith("--from=", StringComparison.Ordinal))?["--from=".Length..] ?? "";
        var paths = words.Where(word => !word.StartsWith("--", StringComparison.Ordinal)).ToArray();
        return (from, paths[..^1], paths[^1]);
    }
}
