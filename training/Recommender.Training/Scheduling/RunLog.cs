using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Recommender.Core.Store;
using Recommender.Storage.Homes;

namespace Recommender.Training.Scheduling;

/// <summary>What became of each time: JSON lines at &lt;home&gt;/runs/&lt;pipeline&gt;/log.jsonl, only ever added to.</summary>
sealed class RunLog(HomeFolder home)
{
    const string FileName = "log.jsonl";

    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The pipelines that have a log, by name.</summary>
    public IReadOnlyList<string> Pipelines => Directory.Exists(home.Runs)
        ? [.. Directory.EnumerateDirectories(home.Runs).Where(folder => File.Exists(Path.Combine(folder, FileName))).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)]
        : [];

    public static JsonNode Json(RunEntry entry) => JsonSerializer.SerializeToNode(entry, SchedulingJson.Default.RunEntry)!;

    /// <summary>Adds a line and returns when it is on disk.</summary>
    public void Append(RunEntry entry)
    {
        DurableFolder.Create(home.RunsOf(entry.Pipeline));
        DurableLines.Append(FileOf(entry.Pipeline), Json(entry).ToJsonString(Readable));
    }

    /// <summary>Oldest first; a line that another program has damaged is passed over.</summary>
    public IReadOnlyList<RunEntry> Read(string pipeline) => [.. DurableLines.Read(FileOf(pipeline)).Select(Entry).OfType<RunEntry>()];

    /// <summary>The newest line, null when there is none.</summary>
    public RunEntry? Last(string pipeline) => Read(pipeline) is [.., var last] ? last : null;

    static RunEntry? Entry(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, SchedulingJson.Default.RunEntry);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    string FileOf(string pipeline) => Path.Combine(home.RunsOf(pipeline), FileName);
}
