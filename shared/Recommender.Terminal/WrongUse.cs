using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Recommender.Core;

namespace Recommender.Terminal;

/// <summary>Answers a command line that cannot be understood: what is wrong, what was probably meant, where help is.</summary>
static partial class WrongUse
{
    /// <summary>Says on standard error what is wrong, if anything is.</summary>
    /// <returns>The exit code of wrong use, or null when nothing is wrong.</returns>
    public static int? Explain(ParseResult parsed)
    {
        if (Problem(parsed) is not { } problem) return null;

        var path = new List<string>();
        for (SymbolResult? at = parsed.CommandResult; at is CommandResult command; at = at.Parent) path.Insert(0, command.Command.Name);
        return Verb.Fail(parsed, $"{problem} See: {string.Join(' ', path)} --help", ExitCode.WrongUse);
    }

    /// <summary>Reads options whose range is checked elsewhere: a value out of range is wrong use.</summary>
    public static T Check<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (UserErrorException e)
        {
            throw new WrongUseException(e.Message);
        }
    }

    /// <summary>Checks options whose range is known elsewhere: a value out of range is wrong use.</summary>
    public static void Check(Action check) => Check(() =>
    {
        check();
        return true;
    });

    // A word that nothing takes explains the errors that follow from it, so it comes first. Arguments that take any number of files
    // would swallow a misspelt option: nothing that begins with two dashes is a file.
    static string? Problem(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens.Concat(Swallowed(parsed.CommandResult)).FirstOrDefault() is { } word)
            return $"'{word}' is not understood.{Suggestion.For(word, Known(parsed.CommandResult))}";

        // Numbers have a point here; a comma would be passed over as one of thousands, and 0,01 be 1.
        if (WithComma(parsed.CommandResult) is { } number) return $"'{number}' is not a number here: write a point, as in {number.Replace(',', '.')}.";

        return parsed.Errors.Count == 0 ? null : $"{Plain(parsed.Errors[0].Message).TrimEnd('.')}.";
    }

    // One line, and what a person calls the types.
    static string Plain(string message) => ExpectedType().Replace(
        string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
        type => type.Value.Contains("Int", StringComparison.Ordinal) ? "as a whole number"
            : type.Value.Contains("Double", StringComparison.Ordinal) ? "as a number such as 0.05"
            : type.Value.Contains("DateOnly", StringComparison.Ordinal) ? "as a date such as 2026-10-31"
            : "");

    [GeneratedRegex(@"as expected type '[^']*(\[[^\]]*\])?'", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ExpectedType();

    static string? WithComma(CommandResult command) => command.Children.OfType<OptionResult>()
        .Where(option => Type.GetTypeCode(Nullable.GetUnderlyingType(option.Option.ValueType) ?? option.Option.ValueType) is >= TypeCode.SByte and <= TypeCode.Decimal)
        .SelectMany(option => option.Tokens).Select(token => token.Value).FirstOrDefault(value => value.Contains(','));

    static IEnumerable<string> Swallowed(CommandResult command) => command.Children.OfType<ArgumentResult>()
        .SelectMany(argument => argument.Tokens).Select(token => token.Value).Where(value => value.StartsWith("--", StringComparison.Ordinal));

    static IEnumerable<string> Known(CommandResult command)
    {
        foreach (var name in command.Command.Subcommands.Select(sub => sub.Name)) yield return name;
        for (SymbolResult? at = command; at is CommandResult level; at = at.Parent)
        {
            foreach (var option in level.Command.Options) yield return option.Name;
        }
    }
}
