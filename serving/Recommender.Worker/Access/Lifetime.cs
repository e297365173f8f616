using System.Globalization;

namespace Recommender.Worker.Access;

/// <summary>How long a token is to live, as it is written: <c>90d</c>, <c>12h</c>, <c>30m</c>, <c>2027-01-31</c> or <c>never</c>.</summary>
static class Lifetime
{
    const int MostDays = 3650;

    /// <summary>When it ends; null for never.</summary>
    public static DateTime? Parse(string text, DateTime now)
    {
        if (text == "never") return null;

        var ends = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)
            : int.TryParse(text.AsSpan(0, Math.Max(0, text.Length - 1)), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && Unit(text[^1]) is { } unit && count * unit.TotalDays <= MostDays ? now + (count * unit)
            : throw Wrong(text);
        return ends > now ? ends : throw Wrong(text);
    }

    static TimeSpan? Unit(char letter) => letter switch
    {
        'd' => TimeSpan.FromDays(1),
        'h' => TimeSpan.FromHours(1),
        'm' => TimeSpan.FromMinutes(1),
        _ => null,
    };

    static WrongUseException Wrong(string text) =>
        new($"--expires {text} is no time to come. Write days, hours or minutes as in 90d, 12h, 30m (ten years at most), a day as in 2027-01-31, or never.");
}
