using System.Text.Json;
using System.Text.Json.Nodes;
using Recommender.Core.Evaluation;
using Recommender.Core.Evaluation.Stored;
using Recommender.Core.Models.Folders;
using Recommender.Core.Models.Tensors;
using Recommender.Core.Store;
using Recommender.Storage.Homes;
using Recommender.Training.Views;

namespace Recommender.Training.Experiments;

/// <summary>What a version's recipe achieved, kept beside the model: metrics.json for people, evaluation.safetensors for comparisons, evaluation.hashes for who was asked, as keyed hashes.</summary>
static class StoredEvaluation
{
    public const string TensorsName = "evaluation.safetensors";
    public const string CustomersName = "evaluation.hashes";
    public const string MetricsName = "metrics.json";

    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Writes these files into the folder of a version in the making: the recipe is the first trainer, the baseline the second.</summary>
    public static void Fill(string folder, EvaluationResult result, TenantKey key, CancellationToken cancellationToken) => Fill(folder, Hashed(result, key, cancellationToken));

    /// <summary>The same for a result whose customers stand in it as keyed hashes already.</summary>
    public static void Fill(string folder, EvaluationResult result)
    {
        var tensors = new TensorWriter();
        EvaluationTensors.Write(result, tensors);
        tensors.Save(Path.Combine(folder, TensorsName));
        KeyedHashes.Write(Path.Combine(folder, CustomersName), result.Trainers[0].Evaluation.Names);
        DurableFile.Write(Path.Combine(folder, MetricsName), EvaluationJson.Of(result).ToJsonString(Indented) + "\n");
    }

    /// <summary>The same result with customers as they stand in models.</summary>
    public static EvaluationResult Hashed(EvaluationResult result, TenantKey key, CancellationToken cancellationToken)
    {
        var names = result.Trainers[0].Evaluation.Names;
        var hashes = CustomerHashes.Of(key, names, cancellationToken);
        return result with
        {
            Trainers = [.. result.Trainers.Select(trainer => trainer with
            {
                Evaluation = trainer.Evaluation with { Names = ReferenceEquals(trainer.Evaluation.Names, names) ? hashes : CustomerHashes.Of(key, trainer.Evaluation.Names, cancellationToken) },
            })],
        };
    }

    /// <summary>Reads what Fill wrote, held against its hashes; null when the version has none.</summary>
    public static EvaluationResult? Read(SealedFolder version, CancellationToken cancellationToken)
    {
        ModelFile[] files = [.. version.Manifest.Files.Where(file => file.Name is TensorsName or CustomersName or MetricsName)];
        if (files.Length < 3) return null;

        (version with { Manifest = version.Manifest with { Files = files } }).Demand(known: null, cancellationToken);
        using var tensors = TensorReader.Open(Path.Combine(version.Path, TensorsName));
        return WithCosts(EvaluationTensors.Read(tensors, KeyedHashes.Read(Path.Combine(version.Path, CustomersName))), JsonNode.Parse(File.ReadAllText(Path.Combine(version.Path, MetricsName))));
    }

    // What a training took is in the document only: tensors of equal results are equal.
    static EvaluationResult WithCosts(EvaluationResult result, JsonNode? document) => result with
    {
        Trainers = [.. result.Trainers.Select((trainer, place) => document?["trainers"]?[place] is not { } costs ? trainer
            : trainer with { Seconds = costs["seconds"]?.GetValue<double>() ?? 0, PeakMegabytes = costs["peak_mb"]?.GetValue<double>() ?? 0 })],
    };
}
