using Recommender.Core;

namespace Recommender.Training.Trainers;

/// <summary>A trainer as it is written on a command line: <c>ease(lambda=500, half_life=90)</c>, or the name alone for its defaults.</summary>
sealed record TrainerSpec(string Name, IReadOnlyList<KeyValuePair<string, string>> Options)
{
    /// <summary>Several, parted by commas outside of brackets.</summary>
    public static IReadOnlyList<TrainerSpec> ParseList(string text)
    {
        var specs = Parts(text, ',').Select(Parse).ToArray();
        return specs.Length > 0 ? specs : throw new UserErrorException("No trainer is named. Name one or more, parted by commas: ease,implicit-als(factors=64).");
    }

    /// <summary>One.</summary>
    public static TrainerSpec Parse(string text)
    {
        var trimmed = text.Trim();
        var open = trimmed.IndexOf('(', StringComparison.Ordinal);
        var name = (open < 0 ? trimmed : trimmed[..open]).Trim().ToLowerInvariant();
        if (name.Length == 0 || (open >= 0 && trimmed[^1] != ')')) throw Misspelt(trimmed);

        return new(name, open < 0 ? [] : [.. Parts(trimmed[(open + 1)..^1], ',').Select(option => Option(option, trimmed))]);
    }

    /// <summary>The pieces of a text between separators that stand outside of brackets; empty pieces are left out.</summary>
    public static IReadOnlyList<string> Parts(string text, char separator)
    {
        var (parts, depth, begin) = (new List<string>(), 0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            depth += text[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth < 0) throw Misspelt(text);
            if (depth > 0 || text[at] != separator) continue;

            parts.Add(text[begin..at]);
            begin = at + 1;
        }
        if (depth != 0) throw Misspelt(text);

        parts.Add(text[begin..]);
        return [.. parts.Select(part => part.Trim()).Where(part => part.Length > 0)];
    }

    /// <summary>The same with one option set.</summary>
    public TrainerSpec With(string option, string value) =>
        this with { Options = [.. Options.Where(other => other.Key != option), KeyValuePair.Create(option, value)] };

    /// <inheritdoc/>
    public override string ToString() => Options.Count == 0 ? Name : $"{Name}({string.Join(",", Options.Select(option => $"{option.Key}={option.Value}"))})";

    static KeyValuePair<string, string> Option(string text, string whole)
    {
        var sign = text.IndexOf('=', StringComparison.Ordinal);
        return sign > 0 ? new(text[..sign].Trim(), text[(sign + 1)..].Trim()) : throw Misspelt(whole);
    }

    static UserErrorException Misspelt(string text) =>
        new($"'{text}' is not a trainer with its options. Write name(option=value,option=value), such as ease(lambda=500), in quotes for the shell.");
}
