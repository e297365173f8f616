using System.Diagnostics;
using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Evaluation;
using Recommender.Core.Evaluation.Overlap;
using Recommender.Core.Models;
using Recommender.Core.Store;
using Recommender.Training.Trainers;
using Recommender.Training.Views;
using Recommender.Training.Views.Pictures;

namespace Recommender.Training.Experiments;

/// <summary>
/// Brings two sides onto the same cut of the same data. Versions bring what they were measured by, so that nothing is trained again where
/// their data agrees; whatever else is measured where the version was.
/// </summary>
sealed class SideBySide((ComparedSide A, ComparedSide B) sides, TrialPlace place)
{
    /// <summary>The data that was named; null: that of the versions.</summary>
    public (DataChoice Choice, TrialOptions Options)? Data { get; init; }

    /// <summary>Whether versions of different data are measured anew on one.</summary>
    public bool IsDifferentDataAllowed { get; init; }

    bool HasVersion => sides.A.Version is not null || sides.B.Version is not null;

    bool HasTrainer => !sides.A.IsModel || !sides.B.IsModel;

    /// <summary>Both sides as the two trainers of one result, with their differences and their lists.</summary>
    public ComparedPair Pair(OverlapOptions options, CancellationToken cancellationToken)
    {
        var (result, lists) = Run(options, cancellationToken);
        place.Progress.Report(new("comparing"));
        var differences = Comparison.Between(new(result, result.Trainers[0].Evaluation), new(result, result.Trainers[1].Evaluation), options.Bootstrap, cancellationToken);
        return new(sides.A.Text, sides.B.Text, result, differences, HasTrainer ? lists : StoredLists(options, cancellationToken));
    }

    (EvaluationResult Result, ComparedLists? Lists) Run(OverlapOptions options, CancellationToken cancellationToken)
    {
        if (Data is { } data) return OnData(data, options, cancellationToken);

        var (a, b) = (Stored(sides.A, cancellationToken), Stored(sides.B, cancellationToken));
        if (a is not null && b is not null && Comparison.IsSameData(a, b)) return (Together(a, b), null);

        if (sides is { A.Version: { } first, B.Version: { } second }) Demand((first.Manifest, a), (second.Manifest, b));
        return (a, b) switch
        {
            (not null, null) => On((sides.A, a), sides.B, options, cancellationToken),
            (null, not null) => On((sides.B, b), sides.A, options, cancellationToken),
            (not null, not null) when sides is { A.Version.Manifest: var one, B.Version.Manifest: var other } && IsNewer(one, other) => On((sides.A, a), sides.B, options, cancellationToken),
            (not null, not null) => On((sides.B, b), sides.A, options, cancellationToken),
            _ => throw new UserErrorException($"No stored evaluation says on which data to compare '{sides.A.Text}' and '{sides.B.Text}'. Name it: --dataset <name> --allow-different-data."),
        };
    }

    ComparedLists? StoredLists(OverlapOptions options, CancellationToken cancellationToken)
    {
        Asking();
        using var a = sides.A.Open(cancellationToken);
        using var b = sides.B.Open(cancellationToken);
        if (ListOverlap.Between(a.Trained, b.Trained, options, cancellationToken) is not { } overlap) return null;

        var names = KnownNames.Of(IsNewer(a.Manifest, b.Manifest) ? a.Manifest : b.Manifest, place, cancellationToken);
        return new(overlap, names, a.Manifest.Snapshot == b.Manifest.Snapshot ? ListOrigin.Stored : ListOrigin.StoredOfDifferentData);
    }

    // Recipes are trained anew on data that is named; folders and trainers are measured on it as they are.
    (EvaluationResult Result, ComparedLists? Lists) OnData((DataChoice Choice, TrialOptions Options) data, OverlapOptions options, CancellationToken cancellationToken)
    {
        if (HasVersion && !IsDifferentDataAllowed)
            throw new WrongUseException("A version is compared on the data that it was measured on. To measure the recipes anew on the data that you name, give --allow-different-data.");

        var needs = Needs(sides.A, sides.B);
        if (HasVersion)
        {
            ComparedLists? found = null;
            var result = new RecipeTrial(data.Choice, data.Options, place).Run(needs, (trial, cut) =>
            {
                (var results, found) = Both(trial, cut, options, cancellationToken);
                return results;
            }, cancellationToken);
            return (result, found);
        }

        place.Progress.Report(new("reading data"));
        var cut = data.Choice.Cut(place.Home, place.Tenant, needs | (data.Options.IsExplicit ? DatasetParts.Ratings : DatasetParts.None), cancellationToken);
        TrainerChoice.Check(Trainers(sides.A, sides.B), cut.Fold.Training, data.Options.IsExplicit);
        var trial = new Trial(cut, data.Options, place.Progress);
        var (both, lists) = Both(trial, cut, options, cancellationToken);
        return (trial.Result(both), lists);
    }

    (TrainerResult[] Results, ComparedLists? Lists) Both(Trial trial, CutData cut, OverlapOptions options, CancellationToken cancellationToken)
    {
        using var a = sides.A.Measured(trial, cancellationToken);
        using var b = sides.B.Measured(trial, cancellationToken);
        return ([a.Result, b.Result], HasTrainer ? Lists((a.Model, b.Model), cut, options, cancellationToken) : null);
    }

    void Demand((ModelManifest Manifest, EvaluationResult? Stored) a, (ModelManifest Manifest, EvaluationResult? Stored) b)
    {
        var (first, second) = (a.Stored?.Snapshot ?? a.Manifest.Snapshot, b.Stored?.Snapshot ?? b.Manifest.Snapshot);
        var isSame = a is { Stored: { } one } && b is { Stored: { } other } ? Comparison.IsSameData(one, other) : RecipeTrial.DataOf(first) == RecipeTrial.DataOf(second);
        if (isSame || IsDifferentDataAllowed) return;

        throw new RefusedException(
            $"'{sides.A.Text}' was measured on {Words(a)} and '{sides.B.Text}' on {Words(b)}; figures of different data do not compare. "
            + "To measure both recipes anew on the newer data: --allow-different-data, perhaps with --dataset and --snapshot.");
    }

    static string Words((ModelManifest Manifest, EvaluationResult? Stored) side) => side.Stored is { } stored
        ? $"{stored.Dataset} {stored.Snapshot} split {stored.Split}{(stored.Split.IsRandom ? $" seed {stored.Split.Seed}" : "")}"
        : $"{side.Manifest.Dataset} {side.Manifest.Snapshot}";

    // The stored figures stand; the other side is measured where they were. A trainer's lists need the stored recipe's on the same training part.
    (EvaluationResult Result, ComparedLists? Lists) On((ComparedSide Side, EvaluationResult Result) stored, ComparedSide other, OverlapOptions options, CancellationToken cancellationToken)
    {
        if (stored.Side.Version is not { } version) throw new UnreachableException();

        var isFirst = ReferenceEquals(stored.Side, sides.A);
        ComparedLists? lists = null;
        var measured = RecipeTrial.Like(stored.Result, version.Manifest, place).Run(Needs(sides.A, sides.B), (trial, cut) =>
        {
            using var side = other.Measured(trial, cancellationToken);
            if (HasTrainer)
            {
                var model = trial.Train(stored.Side.Recipe(), cancellationToken).Model;
                lists = Lists(isFirst ? (model, side.Model) : (side.Model, model), cut, options, cancellationToken);
            }
            return [side.Result];
        }, cancellationToken);
        return (isFirst ? Together(stored.Result, measured) : Together(measured, stored.Result), lists);
    }

    ComparedLists? Lists((IModel A, IModel B) models, CutData cut, OverlapOptions options, CancellationToken cancellationToken)
    {
        Asking();
        return CutLists.Between(models, cut, options, cancellationToken);
    }

    void Asking() => place.Progress.Report(new("asking both for their lists"));

    static EvaluationResult? Stored(ComparedSide side, CancellationToken cancellationToken) => side.Version is { } version ? StoredEvaluation.Read(version, cancellationToken) : null;

    static bool IsNewer(ModelManifest a, ModelManifest b) => (a.Now, a.Created).CompareTo((b.Now, b.Created)) > 0;

    static EvaluationResult Together(EvaluationResult a, EvaluationResult b) => a with { Trainers = [a.Trainers[0], b.Trainers[0]] };

    static DatasetParts Needs(params ReadOnlySpan<ComparedSide> compared) => DatasetParts.Catalogue | TrainerChoice.Needs(Trainers(compared));

    static ITrainer[] Trainers(params ReadOnlySpan<ComparedSide> compared)
    {
        var trainers = new List<ITrainer>();
        foreach (var side in compared)
        {
            if (side.Trainer is not null || side.Version is not null) trainers.Add(side.Recipe());
        }
        return [.. trainers];
    }
}
