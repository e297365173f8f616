namespace Recommender.Tests.Training.Scheduling;

/// <summary>A random expression, as a text for the parser and as sets of numbers for the definition.</summary>
sealed class RandomCron
{
    readonly bool[] _minutes = new bool[60];
    readonly bool[] _hours = new bool[24];
    readonly bool[] _days = new bool[32];
    readonly bool[] _weekdays = new bool[7];
    readonly bool _hasAnyDay;
    readonly bool _hasAnyWeekday;
    readonly bool _followsTheHours;

    public RandomCron(Random random)
    {
        var minutes = Fill(random, _minutes, 0, random.Next(3));
        var hours = Fill(random, _hours, 0, random.Next(4));
        var days = Fill(random, _days, 1, random.Next(4) == 0 ? 1 : 2);
        var weekdays = Fill(random, _weekdays, 0, random.Next(4) == 0 ? 1 : 2);
        (_hasAnyDay, _hasAnyWeekday) = (days == "*", weekdays == "*");
        _followsTheHours = hours.Contains('*');
        Text = $"{minutes} {hours} {days} * {weekdays}";
    }

    public string Text { get; }

    /// <summary>The times after the first of these minutes, by looking at each.</summary>
    public IEnumerable<DateTimeOffset> Times(IReadOnlyList<DateTimeOffset> minutes)
    {
        var shown = new HashSet<DateTime> { minutes[0].DateTime };
        for (var i = 1; i < minutes.Count; i++)
        {
            var (now, usual) = (minutes[i].DateTime, minutes[i - 1].DateTime.AddMinutes(1));
            var isRepeated = !shown.Add(now);
            if (_followsTheHours ? Matches(now) : (Matches(now) && !isRepeated) || Any(usual, now)) yield return minutes[i];
        }
    }

    // Whether the clock leapt over a time of this expression.
    bool Any(DateTime from, DateTime to)
    {
        for (var skipped = from; skipped < to; skipped = skipped.AddMinutes(1))
        {
            if (Matches(skipped)) return true;
        }
        return false;
    }

    bool Matches(DateTime at) => _minutes[at.Minute] && _hours[at.Hour] && (_hasAnyDay || _hasAnyWeekday
        ? _days[at.Day] && _weekdays[(int)at.DayOfWeek]
        : _days[at.Day] || _weekdays[(int)at.DayOfWeek]);

    // kind 0: a list with a range, 1: some numbers, 2: any, 3: a step.
    static string Fill(Random random, bool[] set, int first, int kind)
    {
        if (kind >= 2)
        {
            var step = kind == 2 ? 1 : random.Next(1, 5);
            for (var i = first; i < set.Length; i += step) set[i] = true;
            return kind == 2 ? "*" : $"*/{step}";
        }
        var (a, b, c) = (random.Next(first, set.Length), random.Next(first, set.Length), random.Next(first, set.Length));
        set[c] = true;
        if (kind == 1) return $"{c}";

        for (var i = Math.Min(a, b); i <= Math.Max(a, b); i++) set[i] = true;
        return set.AsSpan(first).Contains(false) ? $"{c},{Math.Min(a, b)}-{Math.Max(a, b)}" : Everything(set, first);
    }

    // A range over everything is the same as a star, but two day fields tell them apart.
    static string Everything(bool[] set, int first)
    {
        set[^1] = false;
        return $"{first}-{set.Length - 2}";
    }
}
