namespace Recommender.Storage.Homes;

/// <summary>What the pipelines of one tenant keep from run to run: a folder each, for logs, locks and the steps that were done.</summary>
public sealed record RunsFolder(string Path)
{
    /// <summary>What the run log in a pipeline's folder is called: lines that are only ever added to.</summary>
    public const string LogName = "log.jsonl";

    /// <summary>The pipelines that have run, by name.</summary>
    public IReadOnlyList<string> Pipelines => VisibleFolder.Names(Path);

    /// <summary>The folder of one pipeline; the name is checked, the folder need not exist yet.</summary>
    public string Of(string pipeline) => System.IO.Path.Combine(Path, FolderName.Check("pipeline", pipeline));
}
