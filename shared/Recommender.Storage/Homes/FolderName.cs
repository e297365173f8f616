using System.Text;
using System.Text.RegularExpressions;
using Recommender.Core;

namespace Recommender.Storage.Homes;

/// <summary>The rule for names that become folders: it keeps them the same on every file system and out of each other's way.</summary>
static partial class FolderName
{
    const int MaxLength = 63;

    /// <summary>Whether <paramref name="name"/> keeps the rule.</summary>
    public static bool IsAllowed(string name) => Rule().IsMatch(name);

    /// <summary>Returns <paramref name="name"/>, or says what is wrong with it and suggests a name; <paramref name="kind"/> is "tenant" or "dataset".</summary>
    public static string Check(string kind, string name) => IsAllowed(name)
        ? name
        : throw new UserErrorException(
            $"The {kind} name '{name}' is not allowed: 1 to {MaxLength} of a-z, 0-9, '-' and '_', beginning with a letter or digit. "
            + $"Try '{Suggest(name, kind)}'.");

    static string Suggest(string name, string otherwise)
    {
        var suggestion = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_') suggestion.Append(letter);
            else if (suggestion.Length > 0 && suggestion[^1] != '-') suggestion.Append('-');
        }
        var trimmed = suggestion.ToString().Trim('-', '_');
        if (trimmed.Length > MaxLength) trimmed = trimmed[..MaxLength].TrimEnd('-', '_');
        return trimmed.Length > 0 ? trimmed : $"my-{otherwise}";
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9_-]{0,62}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rule();
}
