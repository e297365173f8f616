using System.Globalization;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Tensors;

namespace Recommender.Core.Models.Frequency;

/// <summary>
/// How likely the shopper buys an item again within the coming days, given how long ago the last time was. Intervals are log-logistic around
/// a personal middle that begins at the item's own and follows the shopper's; a share of customers never comes back (a cure model).
/// </summary>
/// <remarks>
/// With F the distribution of intervals, q the chance of ever coming back, t days since the last purchase and H days ahead:
/// q (F(t + H) - F(t)) / (1 - q F(t)).
/// </remarks>
public sealed class RepeatIntervals : IPurchaseRhythm
{
    /// <summary>The name by which it is read back.</summary>
    public const string Name = "intervals";

    /// <summary>The shortest interval that counts as one, in days: purchases of one morning are no rhythm.</summary>
    public const double ShortestDays = 0.5;

    readonly double _horizon;

    /// <summary>Looks <paramref name="horizon"/> days ahead with these figures of every item.</summary>
    public RepeatIntervals(double horizon, ReadOnlyMemory<float> middles, ReadOnlyMemory<float> spreads, ReadOnlyMemory<float> returns) =>
        (_horizon, Middles, Spreads, Returns) = (horizon, middles, spreads, returns);

    /// <summary>The mean of the logarithm of each item's intervals, in days.</summary>
    public ReadOnlyMemory<float> Middles { get; }

    /// <summary>The scale of the logistic distribution of those logarithms.</summary>
    public ReadOnlyMemory<float> Spreads { get; }

    /// <summary>The share of each item's purchases that another by the same customer followed.</summary>
    public ReadOnlyMemory<float> Returns { get; }

    /// <inheritdoc/>
    public string Method => Name;

    /// <inheritdoc/>
    public bool ReachesNew => false;

    internal static RepeatIntervals Read(TensorReader tensors) => new(
        double.Parse(tensors.RequiredNote("horizon"), CultureInfo.InvariantCulture),
        tensors.Numbers<float>("interval_middles"), tensors.Numbers<float>("interval_spreads"), tensors.Numbers<float>("returns"));

    /// <inheritdoc/>
    public void Weigh(Shopper shopper, SparseRow row)
    {
        row.Clear();
        foreach (var run in PurchaseRun.Of(shopper.History)) row.Add(run.Item, (float)Chance(run, shopper.Now));
    }

    /// <inheritdoc/>
    public void Write(TensorWriter tensors)
    {
        tensors.Note("horizon", _horizon.ToString("R", CultureInfo.InvariantCulture));
        tensors.Add("interval_middles", Middles);
        tensors.Add("interval_spreads", Spreads);
        tensors.Add("returns", Returns);
    }

    // The item's own figures weigh as much as one interval and one return of the shopper.
    internal double Chance(PurchaseRun run, int now)
    {
        var middle = (Middles.Span[run.Item] + run.LogIntervals) / (1 + run.Intervals);
        var returns = (Returns.Span[run.Item] + run.Intervals) / (1.0 + run.Intervals);
        var age = Math.Max(ShortestDays, (now - (double)run.Last) / ShopBaskets.MinutesPerDay);
        var before = Passed(age, middle, Spreads.Span[run.Item]);
        var then = Passed(age + _horizon, middle, Spreads.Span[run.Item]);
        return returns * (then - before) / (1 - returns * before);
    }

    static double Passed(double days, double middle, double spread) => 1 / (1 + Math.Exp((middle - Math.Log(days)) / spread));
}
