using System.Globalization;
using Recommender.Worker.Problems;

namespace Recommender.Worker.Api;

/// <summary>Which part of a list is asked for: so many entries from where the page before ended.</summary>
readonly record struct Page(int Start, int Length)
{
    const int Usual = 50;
    const int Longest = 500;
    const int Furthest = 1_000_000;

    /// <summary>What the reference says of it.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } =
    [
        Parameter.Query("limit", Schema.Count("Entries on a page.", 1, Longest, Usual)),
        Parameter.Query("cursor", Schema.Text("Where the page begins: `next_cursor` of the page before.")),
    ];

    /// <summary>Where the page ends.</summary>
    public int End => Start + Length;

    public static Page Of(ApiCall call) => new(Number(call, "cursor", 0, Furthest) ?? 0, Number(call, "limit", 1, Longest) ?? Usual);

    /// <summary>The entries of the page.</summary>
    public IEnumerable<T> Of<T>(IReadOnlyList<T> all) => all.Skip(Start).Take(Length);

    /// <summary>The cursor of the next page; null on the last one.</summary>
    public string? NextOf(int count) => count > End ? End.ToString(CultureInfo.InvariantCulture) : null;

    static int? Number(ApiCall call, string name, int low, int high)
    {
        if (call.Context.Request.Query[name].ToString() is not { Length: > 0 } text) return null;

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high ? number
            : throw new ProblemException(new(ProblemCode.InvalidParameter) { Parameter = name, Location = "query", Message = "INVALID_PARAMETER.range", Reason = $"\"{(text.Length > 60 ? text[..60] : text)}\" ({low}–{high})" });
    }
}
