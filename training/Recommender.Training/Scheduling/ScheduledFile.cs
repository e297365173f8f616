using Recommender.Core;
using Recommender.Storage.Sources.Mapping;

namespace Recommender.Training.Scheduling;

/// <summary>What a scheduler must know of a pipeline file: its name and when it runs. All else is checked by the run itself.</summary>
static class ScheduledFile
{
    public static ScheduledPipeline Read(string path)
    {
        if (!File.Exists(path)) throw new UserErrorException($"'{path}' is not there.{Near(path)} Check the path.");

        var root = Root(path);
        var schedule = root.Section("schedule") ?? throw root.Fault("'schedule' is missing: say when it runs, such as 'schedule: { cron: 30 2 * * * }'.");
        return new(Path.GetFullPath(path), root.Text("name") ?? Path.GetFileNameWithoutExtension(path), ScheduleSection.Read(schedule)) { DriftCron = DriftCron(root) };
    }

    /// <summary>The files of a folder that have a time table, by name.</summary>
    public static IReadOnlyList<string> In(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.yaml").Where(path => Root(path).Has("schedule")).Order(StringComparer.Ordinal)]
        : [];

    static string? DriftCron(YamlSection root)
    {
        if (root.Section("drift") is not { } drift || drift.Text("cron") is not { } cron) return null;

        try
        {
            return CronExpression.Parse(cron).ToString();
        }
        catch (UserErrorException fault)
        {
            throw drift.FaultOf("cron", fault.Message);
        }
    }

    static YamlSection Root(string path) => YamlSection.Parse(File.ReadAllText(path), Path.GetFileName(path), "what to run");

    static string Near(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return Directory.Exists(folder) ? Suggestion.For(Path.GetFileName(path), Directory.EnumerateFiles(folder, "*.yaml").Select(file => Path.GetFileName(file)!)) : "";
    }
}
