namespace Recommender.Worker.Grpc.Wire;

/// <summary>The header <c>grpc-timeout</c>: up to eight digits and a unit.</summary>
static class Timeout
{
    /// <summary>Longer ones are no deadline at all: no call lasts a month.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    const int MostDigits = 8;

    /// <summary>How long the client waits; null for a header that nobody could understand.</summary>
    public static TimeSpan? Parse(string text)
    {
        if (text.Length is < 2 or > MostDigits + 1 || TicksOf(text[^1]) is not { } unit) return null;

        long count = 0;
        foreach (var digit in text.AsSpan(0, text.Length - 1))
        {
            if (!char.IsAsciiDigit(digit)) return null;
            count = 10 * count + digit - '0';
        }

        // A nanosecond is less than a tick: never shorter than the client meant, and eight digits of hours still fit.
        var ticks = unit == 0 ? (count + TimeSpan.NanosecondsPerTick - 1) / TimeSpan.NanosecondsPerTick : count * unit;
        return TimeSpan.FromTicks(ticks);
    }

    // Of a nanosecond 0: it is a part of a tick.
    static long? TicksOf(char unit) => unit switch
    {
        'H' => TimeSpan.TicksPerHour,
        'M' => TimeSpan.TicksPerMinute,
        'S' => TimeSpan.TicksPerSecond,
        'm' => TimeSpan.TicksPerMillisecond,
        'u' => TimeSpan.TicksPerMicrosecond,
        'n' => 0,
        _ => null,
    };
}
