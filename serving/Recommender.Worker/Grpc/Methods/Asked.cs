using Recommender.Engine.Answers;

namespace Recommender.Worker.Grpc.Methods;

/// <summary>What requests have in common: proto3 leaves fields empty where nothing was said.</summary>
static class Asked
{
    public const int UsualCount = 10;

    const int MostItems = 1000;
    const int MostExcluded = 10_000;
    const int LongestFilter = 4000;

    /// <summary>Null where nothing was said.</summary>
    public static string? OrNull(string text) => text.Length == 0 ? null : text;

    /// <summary>Items that a request names.</summary>
    public static IReadOnlyList<string> Items(IReadOnlyList<string> items, string parameter = "items") => AtMost(MostItems, items, parameter);

    /// <summary>Items that a request keeps out.</summary>
    public static IReadOnlyList<string> Excluded(IReadOnlyList<string> items) => AtMost(MostExcluded, items, "exclude");

    /// <summary>A condition.</summary>
    public static string? Filter(string filter) => filter.Length <= LongestFilter ? OrNull(filter)
        : throw new QuestionException("filter", $"A filter of {filter.Length} characters is too long: filter may have {LongestFilter}.");

    static IReadOnlyList<string> AtMost(int most, IReadOnlyList<string> items, string parameter) => items.Count <= most ? items
        : throw new QuestionException(parameter, $"{items.Count} items are too many: {parameter} may name {most}.");
}
