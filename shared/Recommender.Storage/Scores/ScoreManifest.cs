using System.Text.Json;
using Recommender.Core;
using Recommender.Core.Store;

namespace Recommender.Storage.Scores;

/// <summary>What scores.json says of a folder of scores: by what and for whom they were made, and which parts are whole.</summary>
public sealed record ScoreManifest
{
    /// <summary>The name of the document in the folder.</summary>
    public const string FileName = "scores.json";

    /// <summary>The version of the folder's layout.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The layout that the folder was written with.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>The model that scored: its name in the store, or its trainer where it comes from a folder.</summary>
    public required string Model { get; init; }

    /// <summary>The version of the model; null where it comes from a folder.</summary>
    public int? Version { get; init; }

    /// <summary>The checksum of the model's manifest: the very model, whatever it is called.</summary>
    public required string ModelChecksum { get; init; }

    /// <summary>The dataset whose customers were scored.</summary>
    public required string Dataset { get; init; }

    /// <summary>The hash of its snapshot.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The length of a list.</summary>
    public required int N { get; init; }

    /// <summary>Whether what was bought may come again: allowed or left-out.</summary>
    public required string Repeats { get; init; }

    /// <summary>Customers of the snapshot that a part covers.</summary>
    public required int PartSize { get; init; }

    /// <summary>Parts that the whole has.</summary>
    public required int PartCount { get; init; }

    /// <summary>When it was begun, UTC.</summary>
    public required DateTime Created { get; init; }

    /// <summary>The version of the program.</summary>
    public required string Engine { get; init; }

    /// <summary>Customers scored so far.</summary>
    public long Customers => Parts.Sum(part => part.Customers);

    /// <summary>Rows written so far.</summary>
    public long Rows => Parts.Sum(part => part.Rows);

    /// <summary>Whether every part is written.</summary>
    public bool Finished => Parts.Count == PartCount;

    /// <summary>The parts that are whole, by name.</summary>
    public IReadOnlyList<ScorePart> Parts { get; init; } = [];

    /// <summary>The same with a part added or in the place of the one of that name.</summary>
    public ScoreManifest With(ScorePart part) =>
        this with { Parts = [.. Parts.Where(other => other.Name != part.Name).Append(part).OrderBy(other => other.Name, StringComparer.Ordinal)] };

    /// <summary>Reads the manifest of a folder; null where it has none.</summary>
    public static ScoreManifest? Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path)) return null;
        try
        {
            if (JsonSerializer.Deserialize(File.ReadAllBytes(path), ScoreJson.Default.ScoreManifest) is { } read && read.IsWhole())
                return read.Format == CurrentFormat ? read : throw new UserErrorException($"{path} has the format {read.Format}; this version reads {CurrentFormat}. Remove the folder and score again, or name another with --out.");
        }
        catch (JsonException)
        {
            // Reported below, like a document without its fields.
        }
        throw new UserErrorException($"{path} is damaged. Remove the folder and score again: recommender score.");
    }

    /// <summary>Writes it durably.</summary>
    internal void Write(string folder) => DurableFile.Write(Path.Combine(folder, FileName), JsonSerializer.Serialize(this, ScoreJson.Default.ScoreManifest) + "\n");

    // The serializer lets null through where a field says null, and names of parts are not to lead elsewhere.
    bool IsWhole() => this is { Model: not null, ModelChecksum: not null, Dataset: not null, Snapshot: not null, Repeats: not null, Engine: not null, Parts: not null }
        && Parts.All(part => part is { Name: not null, Sha256: not null } && ScoreFolder.IsPart(part.Name));
}
