using System.Globalization;
using Recommender.Core.Evaluation.Intervals;
using Recommender.Core.Evaluation.Metrics;

namespace Recommender.Core.Evaluation.Gates;

/// <summary>Says of each gate that is set whether a version may go live, and why.</summary>
public static class Gate
{
    /// <summary>One verdict a gate, in the order of the options; all of them are asked, so that nobody mends one only to meet the next.</summary>
    public static IReadOnlyList<GateVerdict> Check(GateOptions gates, GateEvidence evidence, CancellationToken cancellationToken)
    {
        gates.Check();
        List<GateVerdict> verdicts = [.. gates.Minimum.Select(minimum => Minimum(gates, evidence, minimum))];
        if (gates.BeatsPopularity) verdicts.Add(BeatsPopularity(gates, evidence, cancellationToken));
        if (gates.NotWorseThan is not null) verdicts.Add(NotWorse(gates, evidence, cancellationToken));
        if (gates.MinCoverage > 0) verdicts.Add(Coverage(gates, evidence));
        if (gates.MaxMegabytes is { } most) verdicts.Add(Size(evidence, most));
        if (gates.LoadCheck) verdicts.Add(Load(evidence, cancellationToken));
        return verdicts;
    }

    static GateVerdict Minimum(GateOptions gates, GateEvidence evidence, KeyValuePair<string, double> minimum)
    {
        var name = $"minimum {minimum.Key}";
        if (Measured(gates.View, minimum.Key, evidence) is not { } measured) return new(name, Passed: false, Unmeasured(minimum.Key, gates.View, evidence));

        var (isError, demanded) = (MetricTable.SenseOf(minimum.Key) == Sense.Lower, Figure.Of(minimum.Value));
        var passed = isError ? measured.Value <= minimum.Value : measured.Value >= minimum.Value;
        return new(name, passed, $"{minimum.Key} {Figure.Of(measured)} {(isError ? passed ? "is within the allowed" : "is above the allowed" : passed ? "reaches the" : "is below the demanded")} {demanded}");
    }

    static GateVerdict BeatsPopularity(GateOptions gates, GateEvidence evidence, CancellationToken cancellationToken)
    {
        const string Name = "beats popularity";
        if (evidence.Evaluation is not { Trainers: [_, var baseline, ..] })
            return new(Name, Passed: false, evidence.Evaluation is null ? Missing : "popularity was not measured beside it, so nothing shows that it is better");

        if (Difference(gates, evidence, baseline, cancellationToken) is not { } difference)
            return new(Name, Passed: false, Unmeasured(gates.Metric, gates.View, evidence));

        var passed = difference.Verdict == Verdict.Better;
        var relation = (passed, MetricTable.SenseOf(gates.Metric)) switch { (true, Sense.Lower) => "is below", (true, _) => "is above", (_, Sense.Lower) => "is not below", _ => "is not above" };
        return new(Name, passed, $"{Own(gates, evidence)} {relation} {baseline.Trainer}'s {Figure.Of(difference.First)} (difference {Figure.Of(difference)})");
    }

    static GateVerdict NotWorse(GateOptions gates, GateEvidence evidence, CancellationToken cancellationToken)
    {
        var alias = gates.NotWorseThan;
        var name = $"not worse than {alias}";
        if (evidence.Rival is not { } rival) return new(name, Passed: true, $"nothing is live as {alias} yet");
        if (rival.Version == evidence.Version.Manifest.Version) return new(name, Passed: true, $"version {rival.Version} is itself {alias}");
        if (evidence.Evaluation is not { } result) return new(name, Passed: false, Missing);
        if (rival.Evaluation is not { } live) return new(name, Passed: false, $"version {rival.Version} cannot be compared: {rival.Obstacle?.TrimEnd('.') ?? "it has no stored evaluation"}");
        if (!Comparison.IsSameData(live, result))
            return new(name, Passed: false, $"version {rival.Version} was measured on other data, {Words(live)}, than this one, {Words(result)}; measure its recipe on the same");

        if (Difference(gates, evidence, live.Trainers[0], cancellationToken) is not { } difference)
            return new(name, Passed: false, Unmeasured(gates.Metric, gates.View, evidence with { Evaluation = Measured(gates.View, gates.Metric, evidence) is null ? result : live }));

        var relation = difference.Verdict switch { Verdict.Worse => "is worse than", Verdict.Better => "is better than", _ => "is no worse than" };
        return new(name, difference.Verdict != Verdict.Worse, $"{Own(gates, evidence)} {relation} {Figure.Of(difference.First)} of version {rival.Version} (difference {Figure.Of(difference)})");
    }

    static GateVerdict Coverage(GateOptions gates, GateEvidence evidence)
    {
        // Slices have no lists of their own.
        var view = gates.View.Split(':')[0];
        var metric = $"coverage@{GateMetric.CutoffOf(gates.Metric)?.ToString(CultureInfo.InvariantCulture) ?? "20"}";
        if (Measured(view, metric, evidence) is not { } measured) return new("coverage", Passed: false, Unmeasured(metric, view, evidence));

        var passed = measured.Value >= gates.MinCoverage;
        return new("coverage", passed, $"{metric} {Figure.Of(measured)} {(passed ? "reaches the" : "is below the demanded")} {Figure.Of(gates.MinCoverage)}");
    }

    static GateVerdict Size(GateEvidence evidence, double most)
    {
        var megabytes = evidence.Version.Manifest.Bytes / 1e6;
        var passed = megabytes <= most;
        return new("size", passed, string.Create(CultureInfo.InvariantCulture, $"{megabytes:0.0##} MB {(passed ? "are within" : "are more than")} the allowed {most:0.0##} MB"));
    }

    static GateVerdict Load(GateEvidence evidence, CancellationToken cancellationToken) =>
        LoadCheck.Of(evidence.Version, cancellationToken) is { } problem ? new("load", Passed: false, problem) : new("load", Passed: true, "it opens, every file is as written, and it answers customers and strangers");

    static Difference? Difference(GateOptions gates, GateEvidence evidence, TrainerResult other, CancellationToken cancellationToken) =>
        evidence.Evaluation is { } result ? Comparison.Of((gates.View, gates.Metric), other.Evaluation, result.Trainers[0].Evaluation, evidence.Bootstrap, cancellationToken) : null;

    static Measurement? Measured(string view, string metric, GateEvidence evidence) =>
        evidence.Evaluation?.Trainers[0].Evaluation[view] is { } found && found.Metrics.TryGetValue(metric, out var measured) ? measured : null;

    static string Own(GateOptions gates, GateEvidence evidence) => $"{gates.Metric} {(Measured(gates.View, gates.Metric, evidence) is { } measured ? Figure.Of(measured) : "")}";

    static string Unmeasured(string metric, string view, GateEvidence evidence) => evidence.Evaluation?.Trainers[0].Evaluation switch
    {
        null => Missing,
        var measured when measured[view] is { } found => $"{metric} was not measured in the view {view}; measured are {string.Join(", ", found.Metrics.Keys)}",
        var measured => $"the view {view} was not measured; measured are {string.Join(", ", measured.Views.Select(found => found.Name))}",
    };

    static string Words(EvaluationResult result) => $"{result.Dataset} {result.Snapshot[..Math.Min(12, result.Snapshot.Length)]} split {result.Split} with seed {result.Split.Seed}";

    const string Missing = "the version has no stored evaluation, so nothing shows what it is worth";
}
