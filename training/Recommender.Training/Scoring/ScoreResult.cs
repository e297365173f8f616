using System.Text.Json.Nodes;
using Recommender.Storage.Scores;

namespace Recommender.Training.Scoring;

/// <summary>What a run of scoring came to.</summary>
sealed record ScoreResult(string Folder, ScoreManifest Manifest)
{
    /// <summary>How long it took.</summary>
    public required double Seconds { get; init; }

    /// <summary>Parts that a former run had made.</summary>
    public required int Kept { get; init; }

    /// <summary>Customers of the data whom the model was not trained on; null when there was nothing left to do.</summary>
    public required int? Strangers { get; init; }

    /// <summary>The contract for scripts.</summary>
    public JsonObject Json() => new()
    {
        ["folder"] = Folder,
        ["model"] = Manifest.Model,
        ["version"] = Manifest.Version,
        ["customers"] = Manifest.Customers,
        ["rows"] = Manifest.Rows,
        ["parts"] = Manifest.Parts.Count,
        ["seconds"] = Seconds,
        ["resumed"] = Kept > 0,
    };
}
