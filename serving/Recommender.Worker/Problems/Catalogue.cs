using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Recommender.Worker.Problems;

/// <summary>The words of all problems in one language.</summary>
sealed class Catalogue
{
    /// <summary>The languages there are; the first is spoken where none of them was asked for.</summary>
    public static readonly string[] Languages = ["en", "es", "pt"];

    static readonly FrozenDictionary<string, Catalogue> All = Languages.ToFrozenDictionary(language => language, language => new Catalogue(language), StringComparer.OrdinalIgnoreCase);

    readonly FrozenDictionary<string, Words> _words;

    Catalogue(string language)
    {
        Language = language;
        using var stream = typeof(Catalogue).Assembly.GetManifestResourceStream($"{typeof(Catalogue).Namespace}.messages.{language}.json")
            ?? throw new InvalidOperationException($"The catalogue of '{language}' is not embedded in the assembly.");
        _words = JsonSerializer.Deserialize(stream, ProblemJson.Default.DictionaryStringWords)!.ToFrozenDictionary();
    }

    /// <summary>Its language, as in <c>es</c>.</summary>
    public string Language { get; }

    /// <summary>The keys that it has words for.</summary>
    public IEnumerable<string> Keys => _words.Keys;

    public static Catalogue Of(string language) => All[language];

    /// <summary>The catalogue that suits an Accept-Language header best.</summary>
    public static Catalogue Accepted(StringValues header)
    {
        if (header.Count == 0 || !StringWithQualityHeaderValue.TryParseList([.. header.OfType<string>()], out var wanted)) return All[Languages[0]];

        foreach (var language in wanted.Where(language => language.Quality is not 0).OrderByDescending(language => language.Quality ?? 1))
        {
            if (All.TryGetValue(language.Value.Value!.Split('-')[0], out var catalogue)) return catalogue;
        }
        return All[Languages[0]];
    }

    /// <summary>The title and the message of a problem.</summary>
    public Words Say(Problem problem)
    {
        var words = _words.GetValueOrDefault(problem.Message) ?? _words[problem.Code.Name];
        return words with { Message = Fill(words.Message, problem) };
    }

    static string Fill(string message, Problem problem) => message
        .Replace("{parameter}", problem.Parameter)
        .Replace("{location}", problem.Location)
        .Replace("{seconds}", problem.RetryAfterSeconds?.ToString())
        .Replace("{id}", problem.Id)
        .Replace("{reason}", problem.Reason)
        .Trim();
}
