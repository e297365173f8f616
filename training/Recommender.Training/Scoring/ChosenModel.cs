using Recommender.Core.Models.Folders;
using Recommender.Core.Store;
using Recommender.Storage.Homes;

namespace Recommender.Training.Scoring;

/// <summary>The model that a command names: a version of the store, or a folder.</summary>
sealed record ChosenModel(SealedFolder Folder)
{
    /// <summary>What its scores are kept under: its name in the store, or its trainer.</summary>
    public string Name => Folder.Manifest.Model ?? Folder.Manifest.Trainer;

    /// <summary>The number in the store, or the first digits of the checksum.</summary>
    public string VersionWord => Folder.Manifest.Version?.ToString("D4") ?? Folder.Manifest.Checksum[..12];

    /// <summary>Looks the model up: a text with a slash, or a folder with a manifest, is a folder; everything else names a version.</summary>
    public static ChosenModel Find(string text, HomeFolder home, string tenant)
    {
        var store = new ModelStore(Path.Combine(home.Models, home.Tenant(tenant).Name));
        if (!text.Contains('/') && !text.Contains(Path.DirectorySeparatorChar) && !File.Exists(Path.Combine(text, ModelManifest.FileName)))
            return new(ModelReference.Parse(text).Find(store));

        var found = new ChosenModel(SealedFolder.Read(Path.GetFullPath(text)));
        _ = store.Model(found.Name);   // a name that leads elsewhere is refused
        return found;
    }

    /// <summary>Opens it; every file is held against its hash.</summary>
    public OpenedModel Open(CancellationToken cancellationToken) => ModelFolder.Open(Folder, known: null, cancellationToken);
}
