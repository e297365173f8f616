using System.Globalization;
using System.Numerics;
using Recommender.Core;

namespace Recommender.Training.Scheduling;

/// <summary>One of the five fields: its name, its range, and the words that stand for numbers.</summary>
sealed record CronField(string Name, int First, int Last)
{
    public static readonly CronField Minute = new("minute", 0, 59);
    public static readonly CronField Hour = new("hour", 0, 23);
    public static readonly CronField Day = new("day of month", 1, 31) { IsDay = true };
    public static readonly CronField Month = new("month", 1, 12) { Words = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] };
    public static readonly CronField Weekday = new("weekday", 0, 7) { IsDay = true, Words = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] };

    /// <summary>The words for <see cref="First"/> and what follows it.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Whether '?' may stand for "any" in it.</summary>
    bool IsDay { get; init; }

    /// <summary>The numbers that <paramref name="text"/> names, one bit each; Sunday is bit 0 whether written 0 or 7.</summary>
    public ulong Read(string text)
    {
        var bits = 0UL;
        foreach (var item in text.Split(',')) bits |= Item(item);
        return this == Weekday ? (bits | (bits >> 7)) & 0x7F : bits;
    }

    ulong Item(string item)
    {
        var (range, step) = item.Split('/') switch
        {
            [var whole] => (whole, 1),
            [var whole, var every] => (whole, Step(item, every)),
            _ => throw Fault(item, "has more than one '/'", "write one step, such as */15"),
        };
        var (low, high) = Range(item, range);
        if (!range.Contains('-') && range is not ("*" or "?") && range != item) high = Last;   // 5/15: from 5 to the end

        var bits = 0UL;
        for (var number = low; number <= high; number += step) bits |= 1UL << number;
        return bits;
    }

    (int Low, int High) Range(string item, string range)
    {
        if (range == "*" || (range == "?" && IsDay)) return (First, this == Weekday ? 6 : Last);
        if (range == "?") throw Fault(item, "stands for any day only", "write * here");
        if (range.Split('-') is not [var from, var to]) return (Number(item, range), Number(item, range));

        var (low, high) = (Number(item, from), Number(item, to));
        if (this == Weekday && high == 0 && low > 0) high = 7;   // fri-sun
        return low <= high ? (low, high) : throw Fault(item, "runs backwards", $"write {from}-{Last},{First}-{to} or turn it round");
    }

    int Step(string item, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var step) && step >= 1 && step <= Last
            ? step
            : throw Fault(item, $"has the step '{text}', which is not a whole number from 1 to {Last}", "write a step such as */2");

    int Number(string item, string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number >= First && number <= Last ? number : throw Fault(item, $"is outside {First} to {Last}", $"take a number from {First} to {Last}");

        for (var i = 0; i < Words.Count; i++)
        {
            if (string.Equals(Words[i], text, StringComparison.OrdinalIgnoreCase)) return First + i;
        }
        var words = Words.Count > 0 ? $" or one of {string.Join(", ", Words)}" : "";
        throw Fault(item, $"is neither a number from {First} to {Last}{(Words.Count > 0 ? " nor a name" : "")}", $"write *, a number{words}, a range (2-5), a list (1,4) or a step (*/2).{Suggestion.For(text, Words)}".TrimEnd('.'));
    }

    UserErrorException Fault(string item, string rule, string cure) => new($"the {Name} '{item}' {rule}; {cure}.");

    /// <summary>Whether every number of the field is among <paramref name="bits"/>.</summary>
    public bool IsAll(ulong bits) => BitOperations.PopCount(bits) == (this == Weekday ? 7 : Last - First + 1);
}
