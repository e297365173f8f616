using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Recommender.Core.Store;
using Recommender.Storage.Homes;

namespace Recommender.Training.Scheduling;

/// <summary>What became of each time: JSON lines at &lt;home&gt;/runs/&lt;tenant&gt;/&lt;pipeline&gt;/log.jsonl, only ever added to.</summary>
sealed class RunLog(RunsFolder runs)
{
    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The pipelines that have a log, by name.</summary>
    public IReadOnlyList<string> Pipelines => [.. runs.Pipelines.Where(pipeline => File.Exists(FileOf(pipeline)))];

    public static JsonNode Json(RunEntry entry) => JsonSerializer.SerializeToNode(entry, SchedulingJson.Default.RunEntry)!;

    /// <summary>Adds a line and returns when it is on disk.</summary>
    public void Append(RunEntry entry)
    {
        DurableFolder.Create(runs.Of(entry.Pipeline));
        DurableLines.Append(FileOf(entry.Pipeline), Json(entry).ToJsonString(Readable));
    }

    /// <summary>Oldest first; a line that another program has damaged is passed over.</summary>
    public IReadOnlyList<RunEntry> Read(string pipeline) => [.. DurableLines.Read(FileOf(pipeline)).Select(Entry).OfType<RunEntry>()];

    /// <summary>The newest line of a time table, null when there is none.</summary>
    public RunEntry? Last(ScheduledPipeline table) => Read(table.Name).LastOrDefault(entry => entry.Drift is not null == table.IsDriftCheck);

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

    string FileOf(string pipeline) => Path.Combine(runs.Of(pipeline), RunsFolder.LogName);
}
