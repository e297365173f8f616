namespace Recommender.Core.Store;

/// <summary>A version in the making: a hidden folder to write its files into. What is not published is removed.</summary>
public sealed class VersionDraft : IDisposable
{
    readonly string? _made;   // the model's folder, where this draft is the first thing in it

    internal VersionDraft(string model)
    {
        if (!Directory.Exists(model)) _made = model;
        DurableFolder.Create(model);
        Folder = StagingName.Next(model);
        WriteFailure.Explain(model, () => Directory.CreateDirectory(Folder));
    }

    /// <summary>Where the files go; the manifest is written when the version is published.</summary>
    public string Folder { get; }

    /// <summary>Files of the folder whose hash was taken when they were written.</summary>
    internal IReadOnlyList<ModelFile> Hashed { get; private set; } = [];

    /// <summary>Takes over files that were just written into the folder and are not touched any more: publishing does not read them again.</summary>
    public void Take(IReadOnlyList<ModelFile> written) => Hashed = [.. Hashed, .. written];

    /// <summary>Removes the folder unless it was published, and with it a model's folder that came to nothing.</summary>
    public void Dispose()
    {
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
        if (_made is not null && Directory.Exists(_made) && !Directory.EnumerateFileSystemEntries(_made).Any()) Directory.Delete(_made);
    }
}
