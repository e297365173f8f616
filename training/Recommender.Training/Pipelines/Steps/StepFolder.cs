using System.Text.Json;
using System.Text.Json.Nodes;
using Recommender.Core.Store;

namespace Recommender.Training.Pipelines.Steps;

/// <summary>What a step made: files, and a document that vouches for them.</summary>
sealed record StepFolder(string Path, string Name, JsonObject Result, double Seconds)
{
    const string FileName = "step.json";

    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>A file of the step.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Reads a finished step; null when there is none, or when a file of it is not what was written.</summary>
    public static StepFolder? Read(string folder, CancellationToken cancellationToken)
    {
        try
        {
            if (JsonNode.Parse(System.IO.File.ReadAllText(System.IO.Path.Combine(folder, FileName))) is not JsonObject step) return null;

            var isWhole = step["files"]!.AsObject().All(file => FileHash.Of(System.IO.Path.Combine(folder, file.Key), cancellationToken) == (string?)file.Value);
            return isWhole ? new(folder, (string)step["step"]!, step["result"]!.AsObject(), (double)step["seconds"]!) : null;
        }
        catch (Exception unread) when (unread is IOException or JsonException or InvalidOperationException or NullReferenceException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Describes the files of a step that ended, so that it can be published.</summary>
    public static void Seal(string folder, string name, (JsonObject Result, double Seconds) made, CancellationToken cancellationToken)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => KeyValuePair.Create(System.IO.Path.GetRelativePath(folder, path), (JsonNode?)FileHash.Of(path, cancellationToken)));
        var step = new JsonObject { ["step"] = name, ["seconds"] = made.Seconds, ["files"] = new JsonObject(files), ["result"] = made.Result };
        DurableFile.Write(System.IO.Path.Combine(folder, FileName), step.ToJsonString(Indented) + "\n");
    }
}
