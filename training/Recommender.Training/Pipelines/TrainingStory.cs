using System.Text.Json;
using System.Text.Json.Serialization;
using Recommender.Training.Trainers;
using Recommender.Training.Views.Reports;

namespace Recommender.Training.Pipelines;

/// <summary>What a report tells of a training: its epochs, and what a few customers would be shown.</summary>
sealed record TrainingStory(IReadOnlyList<EpochReport> Curve, IReadOnlyList<ExampleCustomer> Examples)
{
    const string FileName = "story.json";

    // A trainer without a loss reports NaN.
    static readonly JsonSerializerOptions Numbers = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public void Write(string folder) => File.WriteAllText(Path.Combine(folder, FileName), JsonSerializer.Serialize(this, Numbers) + "\n");

    public static TrainingStory Read(string folder) =>
        JsonSerializer.Deserialize<TrainingStory>(File.ReadAllText(Path.Combine(folder, FileName)), Numbers) ?? new([], []);
}
