using System.CommandLine;
using ConsoleEntry = Recommender.Training.Entry;
using WorkerEntry = Recommender.Worker.Entry;

namespace Recommender.Tests.Deploy;

/// <summary>Command lines that stand in a file of deploy/: dotnet, one of our programs, and what it is told.</summary>
static class CommandLines
{
    public const string Console = "Recommender.Training.dll";
    public const string Worker = "Recommender.Worker.dll";

    /// <summary>What is wrong with one: words that its program does not take.</summary>
    public static IReadOnlyList<string> Faults(params string[] line) => line is [var dotnet, var program, .. var words] && Path.GetFileName(dotnet) == "dotnet"
        ? [.. Of(Path.GetFileName(program)).Parse(words).Errors.Select(error => error.Message)]
        : [$"'{string.Join(' ', line)}' does not start a program with dotnet."];

    /// <summary>What follows an option.</summary>
    public static string? After(this string[] line, string option) => line.SkipWhile(word => word != option).Skip(1).FirstOrDefault();

    static Command Of(string program) => program switch
    {
        Console => ConsoleEntry.Create(),
        Worker => WorkerEntry.Create(),
        _ => throw new ArgumentException($"{program} is no program of ours.", nameof(program)),
    };
}
