using System.Text.Json;
using System.Text.RegularExpressions;

namespace Recommender.Core.Store;

/// <summary>aliases.json of a model: which version each alias points at. It is replaced in one step, so a reader sees the former or the new one.</summary>
static partial class AliasFile
{
    public const string FileName = "aliases.json";

    /// <summary>All aliases; null when there is no file.</summary>
    public static SortedDictionary<string, int>? Read(string model)
    {
        var path = Path.Combine(model, FileName);
        if (!File.Exists(path)) return null;

        try
        {
            if (JsonSerializer.Deserialize(File.ReadAllText(path), StoreJson.Default.SortedDictionaryStringInt32) is { } aliases && aliases.All(alias => Rule().IsMatch(alias.Key) && alias.Value > 0))
                return new(aliases, StringComparer.Ordinal);
        }
        catch (JsonException)
        {
            // Said below.
        }
        throw new UserErrorException($"{path} is damaged. Put it back from a backup, or remove it: the aliases then stand where history.jsonl beside it says.");
    }

    public static void Write(string model, SortedDictionary<string, int> aliases) =>
        DurableFile.Write(Path.Combine(model, FileName), JsonSerializer.Serialize(aliases, StoreJson.Default.SortedDictionaryStringInt32) + "\n");

    public static string Check(string alias) => Rule().IsMatch(alias) ? alias
        : throw new UserErrorException($"The alias '{alias}' is not allowed: 1 to 63 of a-z, 0-9, '-' and '_', beginning with a letter. Try 'production' or 'candidate'.");

    [GeneratedRegex(@"\A[a-z][a-z0-9_-]{0,62}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rule();
}
