using System.Globalization;
using Recommender.Core.Datasets;

namespace Recommender.Core.Evaluation.Splits;

/// <summary>
/// Trains on baskets bought before a moment and asks what is bought from it on: the only cut that never lets a model look ahead.
/// Without a moment it is the one before which the share of all baskets was bought.
/// </summary>
public sealed record TemporalSplit(DateTime? Moment = null, double Share = TemporalSplit.UsualShare) : Split
{
    internal const string Name = "temporal";
    internal const double UsualShare = 0.8;

    /// <inheritdoc/>
    public override bool IsRandom => false;

    /// <inheritdoc/>
    public override Fold Cut(Dataset dataset, CancellationToken cancellationToken)
    {
        if (!dataset.HasTimes) throw new UserErrorException($"'{dataset.Name}' has no times, so the split '{this}' cannot cut it. Use holdout:0.2, or import the data with the column of its dates.");

        var baskets = dataset.Baskets;
        var cut = Moment is { } moment ? (int)Math.Ceiling((moment - DateTime.UnixEpoch).TotalMinutes) : ShareOf(baskets.Times.Span);
        var division = new Division(dataset) { Now = cut };
        for (var basket = 0; basket < baskets.Count; basket++)
        {
            if (baskets.Times.Span[basket] >= cut) division.Assign(basket, Part.Target);
        }
        return FoldBuilder.Build(this, division, cancellationToken);
    }

    /// <inheritdoc/>
    public override string ToString() => Moment is { } moment
        ? $"{Name}:{moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture)}"
        : Share == UsualShare ? Name : $"{Name}:{Share.ToString(CultureInfo.InvariantCulture)}";

    int ShareOf(ReadOnlySpan<int> times)
    {
        if (times.IsEmpty) return 0;

        var sorted = times.ToArray();
        Array.Sort(sorted);
        return sorted[Math.Min(sorted.Length - 1, (int)(Share * sorted.Length))];
    }
}
