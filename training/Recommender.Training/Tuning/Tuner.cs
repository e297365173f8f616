using System.Globalization;
using Recommender.Core;
using Recommender.Core.Evaluation;
using Recommender.Core.Numerics;
using Recommender.Training.Experiments;
using Recommender.Training.Terminal;
using Recommender.Training.Trainers;

namespace Recommender.Training.Tuning;

/// <summary>
/// Searches options on a validation part: draws at random first, the options as given among them, then keeps the better half with twice
/// the epochs (successive halving), where the trainer has epochs. The test part is never looked at.
/// </summary>
sealed class Tuner(Trial validation, TuningPlan plan, TrialJournal journal, TimeProvider clock, IProgress<StepProgress> progress)
{
    const string Epochs = "epochs";

    static readonly double[] Rungs = [0.25, 0.5, 1];

    readonly long _started = clock.GetTimestamp();
    readonly List<TuningTrial> _trials = [];
    UserErrorException? _lastFailure;

    /// <summary>What was tried to the end so far, in the order in which it was tried.</summary>
    public IReadOnlyList<TuningTrial> Ended => [.. _trials.Where(trial => trial.Share == 1)];

    bool IsOver => clock.GetElapsedTime(_started) > plan.Time;

    /// <summary>Everything that was tried to the end, the best first.</summary>
    public IReadOnlyList<TuningTrial> Run(CancellationToken cancellationToken)
    {
        var epochs = FullEpochs();
        var specs = Draw();
        foreach (var rung in epochs is null ? [1] : Rungs)
        {
            foreach (var spec in specs)
            {
                if (IsOver && _trials.Exists(trial => trial.Share == 1)) break;
                Try(spec, rung, epochs, cancellationToken);
                if (IsOver && rung < 1) break;   // the time left goes to the best so far, trained to the end
            }
            specs = [.. _trials.Where(trial => trial.Share == rung).OrderByDescending(trial => plan.Merit(trial.Score.Value)).Take((specs.Count + 1) / 2).Select(trial => trial.Spec)];
        }
        if (_lastFailure is not null && !_trials.Exists(trial => trial.Share == 1)) throw _lastFailure;

        return [.. _trials.Where(trial => trial.Share == 1).OrderByDescending(trial => plan.Merit(trial.Score.Value))];
    }

    List<TrainerSpec> Draw()
    {
        var random = new RandomStream((ulong)(uint)plan.Seed, 0x7E57);
        var drawn = new List<TrainerSpec> { plan.Trainer };
        for (var attempt = 0; drawn.Count < plan.Trials && attempt < 20 * plan.Trials; attempt++)
        {
            var spec = plan.Ranges.Aggregate(plan.Trainer, (spec, range) => spec.With(range.Option, range.Draw(random)));
            if (!drawn.Exists(other => other.ToString() == spec.ToString())) drawn.Add(spec);
        }
        return drawn;
    }

    void Try(TrainerSpec spec, double share, int? epochs, CancellationToken cancellationToken)
    {
        if (journal.Find(spec, share) is { } known)
        {
            _trials.Add(known);
            return;
        }
        progress.Report(new("tuning", Share: Math.Min(1, (double)_trials.Count / plan.Trials), Detail: $"{_trials.Count + 1}: {spec}"));
        var shortened = epochs is { } all ? spec.With(Epochs, Math.Max(1, (int)Math.Round(all * share)).ToString(CultureInfo.InvariantCulture)) : spec;
        TrainerResult result;
        try
        {
            result = validation.Run(TrainerCatalogue.Create(shortened.Name, shortened.Options), cancellationToken);
        }
        catch (UserErrorException impossible)
        {
            // Options that cannot be trained lose; only when none can is there nothing to choose from.
            progress.Report(new("tuning", Detail: $"left out {spec}: {impossible.Message}"));
            _lastFailure = impossible;
            return;
        }
        var view = result.Evaluation[plan.View];
        if (view is null || !view.Metrics.TryGetValue(plan.Metric, out var score))
            throw new UserErrorException($"The validation part has no '{plan.Metric}' in the view '{plan.View}'. Choose another --metric or --view.");

        var trial = new TuningTrial(spec, score, result.Seconds, share);
        journal.Add(trial);
        _trials.Add(trial);
    }

    // Options that are searched for themselves are not shortened.
    int? FullEpochs()
    {
        if (plan.Ranges.Any(range => range.Option == Epochs)) return null;

        var options = OptionsText.Json(TrainerCatalogue.Create(plan.Trainer.Name, plan.Trainer.Options).Options);
        return options[Epochs]?.GetValue<int>();
    }
}
