using System.Text.Json;
using System.Text.Json.Nodes;
using Recommender.Core.Store;

namespace Recommender.Training.Pipelines.Steps;

/// <summary>What a step made: files, and a document that vouches for them.</summary>
sealed record StepFolder(string Path, string Name, JsonObject Result, double Seconds)
{
    const string FileName = "step.json";

    /// <summary>A file of the step.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Reads a finished step; null when there is none, or when a file of it is not what was written.</summary>
    public static StepFolder? Read(string folder, CancellationToken cancellationToken)
    {
        try
        {
            var text = System.IO.File.ReadAllText(System.IO.Path.Combine(folder, FileName));
            if (JsonSerializer.Deserialize(text, StepJson.Default.StepDocument) is not { } step) return null;

            var isWhole = step.Files.All(file => FileHash.Of(System.IO.Path.Combine(folder, file.Key), cancellationToken) == file.Value);
            return isWhole ? new(folder, step.Step, step.Result, step.Seconds) : null;
        }
        catch (Exception unread) when (unread is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Describes the files of a step that ended, so that it can be published.</summary>
    public static void Seal(string folder, string name, (JsonObject Result, double Seconds) made, CancellationToken cancellationToken)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .ToDictionary(path => System.IO.Path.GetRelativePath(folder, path), path => FileHash.Of(path, cancellationToken), StringComparer.Ordinal);
        var step = new StepDocument { Step = name, Seconds = made.Seconds, Files = files, Result = made.Result };
        DurableFile.Write(System.IO.Path.Combine(folder, FileName), JsonSerializer.Serialize(step, StepJson.Default.StepDocument) + "\n");
    }
}
