using Recommender.Core;
using Recommender.Core.Evaluation;
using Recommender.Core.Evaluation.Gates;
using Recommender.Core.Store;
using Recommender.Storage.Homes;

namespace Recommender.Training.Experiments;

/// <summary>Makes a version live where the gates of its manifest let it, and writes into the history what they said.</summary>
sealed class Promotion(TrialPlace place, TimeProvider clock)
{
    static readonly TimeSpan Wait = TimeSpan.FromMinutes(10);

    /// <summary>Measures the recipe of another version on the candidate's data; null: it is trained and measured here.</summary>
    public Func<ModelManifest, EvaluationResult>? Measure { get; init; }

    /// <summary>Asks the gates, then moves the alias; nothing is changed where they refuse and nobody overrules them.</summary>
    public PromotionOutcome Run(PromotionRequest request, CancellationToken cancellationToken)
    {
        request.Check();
        var version = request.Model.Version(request.Version);
        var gates = GateJson.Of(version.Manifest);
        var rivals = request.Model.Aliases;
        var evaluation = StoredEvaluation.Read(version, cancellationToken);
        var evidence = new GateEvidence(version, evaluation, Rival(gates, (request, version, evaluation), cancellationToken)) { Bootstrap = new() { Seed = version.Manifest.Seed, Threads = place.Threads } };
        place.Progress.Report(new("asking the gates"));
        var outcome = new PromotionOutcome(request, IsPromoted: true, Gate.Check(gates, evidence, cancellationToken));
        if (outcome.IsForced && !request.IsForced) return outcome with { IsPromoted = false };

        using var taken = request.Writer is null ? WriterLock.Acquire(place.Home, "promote", Wait, sentence => place.Progress.Report(new(sentence)), cancellationToken) : null;
        if (gates.NotWorseThan is { } alias && request.Model.Aliases.GetValueOrDefault(alias) != rivals.GetValueOrDefault(alias))
            throw new RefusedException($"'{alias}' of '{request.Model.Name}' was moved while the gates were asked, so they compared with what is live no more. Promote again.");

        request.Model.Promote(request.Version, request.Alias, Note(outcome), cancellationToken);
        return outcome;
    }

    HistoryNote Note(PromotionOutcome outcome) => SignedNote.Of(clock, outcome.Request.Reason) with
    {
        Gates = [.. outcome.Gates.Select(gate => $"{(gate.Passed ? "passed" : "refused")} {gate.Name}: {gate.Sentence}")],
        IsForced = outcome.IsForced,
    };

    // A rival of other data is measured anew on the candidate's; where that cannot be, its gate says why.
    GateRival? Rival(GateOptions gates, (PromotionRequest Request, SealedFolder Version, EvaluationResult? Evaluation) candidate, CancellationToken cancellationToken)
    {
        var (request, version, evaluation) = candidate;
        if (gates.NotWorseThan is not { } alias || !request.Model.Aliases.TryGetValue(alias, out var number)) return null;
        if (number == request.Version || evaluation is null) return new(number, null);

        try
        {
            var rival = request.Model.Version(number);
            var stored = StoredEvaluation.Read(rival, cancellationToken);
            return stored is not null && Comparison.IsSameData(stored, evaluation) ? new(number, stored)
                : new(number, Measure?.Invoke(rival.Manifest) ?? RecipeTrial.Like(evaluation, version.Manifest, place).Run([RecipeTrial.TrainerOf(rival.Manifest)], cancellationToken));
        }
        catch (UserErrorException obstacle)
        {
            return new(number, null) { Obstacle = obstacle.Message };
        }
    }
}
