using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Recommender.Core.Store;

/// <summary>What manifest.json says of a trained model: from what, how and when it was made, and which files belong to it.</summary>
public sealed record ModelManifest
{
    /// <summary>The version of the folder's layout.</summary>
    public const int CurrentFormat = 2;

    /// <summary>The name of the document in the folder.</summary>
    public const string FileName = "manifest.json";

    /// <summary>The layout that the folder was written with.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>The model that it is a version of; null while the folder is in no store.</summary>
    public string? Model { get; init; }

    /// <summary>The number of the version; null while the folder is in no store.</summary>
    public int? Version { get; init; }

    /// <summary>The version that was live when this one was published.</summary>
    public int? Parent { get; init; }

    /// <summary>The pipeline that made it.</summary>
    public string? Pipeline { get; init; }

    /// <summary>The hash of everything that decided it: a run that would make the same again finds it by this.</summary>
    public string? Inputs { get; init; }

    /// <summary>Which trainer made it.</summary>
    public required string Trainer { get; init; }

    /// <summary>Every option of the trainer with its value.</summary>
    public required JsonObject Options { get; init; }

    /// <summary>The seed of the run.</summary>
    public required int Seed { get; init; }

    /// <summary>The data set it learned from.</summary>
    public required string Dataset { get; init; }

    /// <summary>The hash of the data it learned from.</summary>
    public required string Snapshot { get; init; }

    /// <summary>What counted as one thing bought: category, family or brand; null for items.</summary>
    public string? Level { get; init; }

    /// <summary>How the data was cut before training, and with which seed; null when it learned from all of it.</summary>
    public string? Split { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime Created { get; init; }

    /// <summary>How long the training took.</summary>
    public required double Seconds { get; init; }

    /// <summary>The most memory the process used while training, in megabytes.</summary>
    public required double PeakMb { get; init; }

    /// <summary>The version of the program.</summary>
    public required string Engine { get; init; }

    /// <summary>The commit that the program was built from.</summary>
    public string? Commit { get; init; }

    /// <summary>Customers it knows.</summary>
    public required int Customers { get; init; }

    /// <summary>Items it scores.</summary>
    public required int Items { get; init; }

    /// <summary>The end of the data it learned from, in minutes since 1970.</summary>
    public required int Now { get; init; }

    /// <summary>What its recipe achieved on the test part, by metric, such as ndcg@20.</summary>
    public IReadOnlyDictionary<string, double>? Metrics { get; init; }

    /// <summary>The gates that its pipeline sets before it may go live.</summary>
    public JsonObject? Gates { get; init; }

    /// <summary>The files beside this one, by name.</summary>
    public IReadOnlyList<ModelFile> Files { get; init; } = [];

    /// <summary>The SHA-256 of this document with zeros in its place: the manifest vouches for the files, this for the manifest.</summary>
    public string Checksum { get; init; } = "";

    /// <summary>The bytes of all files.</summary>
    [JsonIgnore]
    public long Bytes => Files.Sum(file => file.Bytes);
}
