using System.CommandLine;
using System.CommandLine.Parsing;
using Recommender.Core;

namespace Recommender.Training.Terminal;

/// <summary>Answers a command line that cannot be understood: what is wrong, what was probably meant, where help is.</summary>
static class WrongUse
{
    public static int Explain(ParseResult parsed)
    {
        foreach (var error in parsed.Errors) Console.Error.WriteLine($"error: {error.Message.TrimEnd('.')}.{Meant(parsed)}");

        var path = new List<string>();
        for (SymbolResult? at = parsed.CommandResult; at is CommandResult command; at = at.Parent) path.Insert(0, command.Command.Name);
        Console.Error.WriteLine($"See: {string.Join(' ', path)} --help");
        return ExitCode.WrongUse;
    }

    static string Meant(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var known = command.Subcommands.Select(sub => sub.Name).Concat(command.Options.Select(option => option.Name)).ToArray();
        return parsed.UnmatchedTokens.Select(token => Suggestion.For(token, known)).FirstOrDefault(meant => meant.Length > 0) ?? "";
    }
}
