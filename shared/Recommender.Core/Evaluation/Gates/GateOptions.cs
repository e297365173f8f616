using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Recommender.Core.Store;

namespace Recommender.Core.Evaluation.Gates;

/// <summary>What a version must show before it goes live; written into its manifest.</summary>
public sealed record GateOptions
{
    /// <summary>Metric by metric, in the view of <see cref="View"/>; the most where less is better, as of rmse.</summary>
    [Description("What each metric must reach, such as ndcg@20=0.05,recall@20=0.1; of an error such as rmse it is the most.")]
    public IReadOnlyDictionary<string, double> Minimum { get; init; } = new SortedDictionary<string, double>(StringComparer.Ordinal);

    /// <summary>By the paired bootstrap, on the deciding metric.</summary>
    [Description("Whether it must be better than popularity with evidence, on the deciding metric.")]
    public bool BeatsPopularity { get; init; } = true;

    /// <summary>An alias; null asks for no such comparison.</summary>
    [Description("The alias whose version it must not be worse than with evidence; none: not compared.")]
    public string? NotWorseThan { get; init; } = StoredModel.Production;

    /// <summary>As long as the list of the deciding metric.</summary>
    [Description("The share of the items that must stand in somebody's list."), Range(0.0, 1.0)]
    public double MinCoverage { get; init; }

    /// <summary>All files of the version.</summary>
    [Description("The most that its files may take, in megabytes; none: no limit."), Range(0.001, 1e9)]
    public double? MaxMegabytes { get; init; }

    /// <summary>Opened as the worker opens it.</summary>
    [Description("Whether it is opened, verified and asked before it goes live.")]
    public bool LoadCheck { get; init; } = true;

    /// <summary>The metric that decides comparisons.</summary>
    [Description("The deciding metric.")]
    public string Metric { get; init; } = "ndcg@20";

    /// <summary>The view that decides comparisons.</summary>
    [Description("The deciding view: all, new, ratings, or a slice such as all:explore.")]
    public string View { get; init; } = Views.All;

    /// <summary>Throws when a value is out of its range or a metric has no better and worse.</summary>
    public void Check()
    {
        if (!(MinCoverage is >= 0 and <= 1)) throw Refused("min_coverage", MinCoverage, "0 to 1; 0 asks for nothing");
        if (MaxMegabytes is { } most && !(most is >= 0.001 and <= 1e9)) throw Refused("max_megabytes", most, "0.001 to 1e9; leave it away for no limit");

        foreach (var name in Minimum.Keys.Append(Metric)) GateMetric.Demand(name);
        if (Minimum.FirstOrDefault(minimum => !double.IsFinite(minimum.Value)) is { Key: { } metric } wrong) throw Refused($"minimum {metric}", wrong.Value, "finite numbers");
        if (View.Length == 0) throw new UserErrorException("gates: view is empty. Name one: all, new, ratings, or a slice such as all:explore.");
        if (NotWorseThan is not null) AliasFile.Check(NotWorseThan);
    }

    static UserErrorException Refused(string name, double value, string range) => new(FormattableString.Invariant($"gates: {name} {value} is outside {range}."));
}
