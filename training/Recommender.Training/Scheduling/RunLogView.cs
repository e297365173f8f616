using System.Globalization;
using Spectre.Console;

namespace Recommender.Training.Scheduling;

/// <summary>The run log as a table.</summary>
static class RunLogView
{
    public static void Show(Screen screen, IReadOnlyList<RunEntry> entries)
    {
        var table = Screen.Table("=pipeline", "=due", "=started", "#took", "#attempt", "=outcome", "#version", "message");
        foreach (var entry in entries)
        {
            table.AddRow(
                Markup.Escape(entry.Pipeline),
                Time(entry.Due),
                Time(entry.Started),
                Took(entry.Ended - entry.Started),
                Number(entry.Attempt),
                entry.Outcome.ToString().ToLowerInvariant(),
                entry.Version is { } version ? Number(version) : "",
                Markup.Escape(entry.Message ?? ""));
        }
        screen.Results.Write(table);
    }

    static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mmzzz", CultureInfo.InvariantCulture);

    static string Took(TimeSpan time) => $"{(int)time.TotalHours}:{time:mm\\:ss}";

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
