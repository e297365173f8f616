using System.Globalization;
using Recommender.Core.Evaluation.Intervals;
using Recommender.Training.Views.Pages;

namespace Recommender.Training.Views.Reports;

/// <summary>Figures as people read them.</summary>
static class Figure
{
    /// <summary>Four places, fewer where the number is large; a dash for what is no number.</summary>
    public static string Of(double value) => !double.IsFinite(value) ? "–"
        : value.ToString(Math.Abs(value) switch { < 10 => "0.0000", < 1000 => "0.00", _ => "#,0" }, CultureInfo.InvariantCulture);

    /// <summary>From one end to the other.</summary>
    public static string Between(double low, double high) => $"{Of(low)} to {Of(high)}";

    /// <summary>A figure above its 95 % interval.</summary>
    public static Html Of(Measurement? measured) => measured switch
    {
        null => Html.Of($"–"),
        { Low: { } low, High: { } high } known => Html.Of($"{Of(known.Value)}<small>{Between(low, high)}</small>"),
        { } known => Html.Of($"{Of(known.Value)}"),
    };

    /// <summary>A share of one.</summary>
    public static string Share(double share) => share is > 0 and < 0.0005 ? "< 0.1 %" : share.ToString("0.# %", CultureInfo.InvariantCulture);

    /// <summary>As short as it can be told, for the figures of an axis.</summary>
    public static string Short(double value) => Math.Abs(value) switch
    {
        0 => "0",
        < 1e-3 or >= 1e12 => value.ToString("0.##e+0", CultureInfo.InvariantCulture),
        < 10 => value.ToString("0.####", CultureInfo.InvariantCulture),
        < 1e5 => value.ToString("#,0.##", CultureInfo.InvariantCulture),
        < 1e6 => (value / 1e3).ToString("#,0.# k", CultureInfo.InvariantCulture),
        < 1e9 => (value / 1e6).ToString("#,0.## M", CultureInfo.InvariantCulture),
        _ => (value / 1e9).ToString("#,0.## G", CultureInfo.InvariantCulture),
    };

    /// <summary>Seconds, or minutes and hours where there are many.</summary>
    public static string Duration(double seconds) => seconds switch
    {
        < 1 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.00} s"),
        < 90 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s"),
        < 5400 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:0.0} h"),
    };
}
