using Recommender.Core;
using Recommender.Core.Evaluation;
using Recommender.Core.Evaluation.Gates;
using Recommender.Core.Evaluation.Stored;
using Recommender.Core.Models.Folders;
using Recommender.Core.Models.Tensors;
using Recommender.Core.Store;
using Recommender.Worker.Problems;

namespace Recommender.Worker.Models;

/// <summary>
/// Asks the gates that a version was published with, then moves the alias. Figures are those that are stored: a rival that was measured on
/// other data is not measured anew here, and its gate says so; the console does that.
/// </summary>
sealed class GatedPromotion(StoredModel model, SealedFolder candidate, ModelRequest request)
{
    const string TensorsName = "evaluation.safetensors";
    const string CustomersName = "evaluation.hashes";

    readonly GateOptions _gates = GateJson.Of(candidate.Manifest);
    readonly IReadOnlyDictionary<string, int> _before = model.Aliases;

    /// <summary>What each gate says.</summary>
    public IReadOnlyList<GateVerdict> Ask(CancellationToken cancellationToken)
    {
        var evidence = new GateEvidence(candidate, Stored(candidate, cancellationToken), Rival(cancellationToken)) { Bootstrap = new() { Seed = candidate.Manifest.Seed, Threads = 1 } };
        return Gate.Check(_gates, evidence, cancellationToken);
    }

    /// <summary>Moves the alias, if what the gates compared with is still live.</summary>
    public void Run(HistoryNote note, CancellationToken cancellationToken)
    {
        if (_gates.NotWorseThan is { } rival && model.Aliases.GetValueOrDefault(rival) != _before.GetValueOrDefault(rival))
            throw new ProblemException(new(ProblemCode.Conflict) { Parameter = "version", Location = "body", Reason = $"'{rival}' was moved while the gates were asked." });

        model.Promote(candidate.Manifest.Version!.Value, request.Alias, note, cancellationToken);
    }

    public static string Refusals(IEnumerable<GateVerdict> verdicts) => string.Join("; ", verdicts.Where(gate => !gate.Passed).Select(gate => $"{gate.Name}: {gate.Sentence}"));

    /// <summary>What the gates said, as the history keeps it.</summary>
    public static IReadOnlyList<string> Lines(IEnumerable<GateVerdict> verdicts) => [.. verdicts.Select(gate => $"{(gate.Passed ? "passed" : "refused")} {gate.Name}: {gate.Sentence}")];

    GateRival? Rival(CancellationToken cancellationToken)
    {
        if (_gates.NotWorseThan is not { } alias || !_before.TryGetValue(alias, out var number)) return null;
        if (number == candidate.Manifest.Version) return new(number, null);

        try
        {
            return new(number, Stored(model.Version(number), cancellationToken));
        }
        catch (UserErrorException obstacle)
        {
            return new(number, null) { Obstacle = obstacle.Message.Replace(model.Folder, model.Name, StringComparison.Ordinal) };
        }
    }

    // Held against their hashes before they are believed.
    static EvaluationResult? Stored(SealedFolder version, CancellationToken cancellationToken)
    {
        ModelFile[] files = [.. version.Manifest.Files.Where(file => file.Name is TensorsName or CustomersName)];
        if (files.Length < 2) return null;

        (version with { Manifest = version.Manifest with { Files = files } }).Demand(known: null, cancellationToken);
        using var tensors = TensorReader.Open(Path.Combine(version.Path, TensorsName));
        return EvaluationTensors.Read(tensors, KeyedHashes.Read(Path.Combine(version.Path, CustomersName)));
    }
}
