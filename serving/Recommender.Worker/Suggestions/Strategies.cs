using System.Text.Json;
using Recommender.Engine.Answers;

namespace Recommender.Worker.Suggestions;

/// <summary>The names of strategies as answers carry them.</summary>
static class Strategies
{
    static readonly JsonEncodedText[] Encoded = [.. Enum.GetValues<Strategy>().Select(strategy => JsonEncodedText.Encode(Of(strategy)))];

    /// <summary>Every name, the surest strategy first.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<Strategy>().Select(Of)];

    public static JsonEncodedText Name(Strategy strategy) => Encoded[(int)strategy];

    // Each of them is one word.
    static string Of(Strategy strategy) => strategy.ToString().ToLowerInvariant();
}
