using System.Text.Json.Nodes;

namespace Recommender.Core.Models.Folders;

/// <summary>What manifest.json says of a trained model: from what, how and when it was made, and which files belong to it.</summary>
public sealed record ModelManifest
{
    /// <summary>The version of the folder's layout.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The name of the document in the folder.</summary>
    public const string FileName = "manifest.json";

    /// <summary>The layout that the folder was written with.</summary>
    public int Format { get; init; } = CurrentFormat;

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

    /// <summary>Customers it knows.</summary>
    public required int Customers { get; init; }

    /// <summary>Items it scores.</summary>
    public required int Items { get; init; }

    /// <summary>The end of the data it learned from, in minutes since 1970.</summary>
    public required int Now { get; init; }

    /// <summary>The files beside this one, by name.</summary>
    public IReadOnlyList<ModelFile> Files { get; init; } = [];
}
