using System.Globalization;
using Recommender.Core.Evaluation.Intervals;

namespace Recommender.Core.Evaluation.Gates;

/// <summary>Figures as sentences hold them: four places and no leading zero, the interval in brackets.</summary>
static class Figure
{
    /// <summary>A number.</summary>
    public static string Of(double value) => value.ToString(".0000;-.0000", CultureInfo.InvariantCulture);

    /// <summary>A number with its ends where it has them: .0912 [.0890, .0934].</summary>
    public static string Of(Measurement measured) => measured is { Low: { } low, High: { } high } ? $"{Of(measured.Value)} [{Of(low)}, {Of(high)}]" : Of(measured.Value);

    /// <summary>A difference with its sign and ends: -.0031 [-.0050, -.0012].</summary>
    public static string Of(Difference difference) =>
        $"{Signed(difference.Value)} [{Signed(difference.Low)}, {Signed(difference.High)}]";

    static string Signed(double value) => value.ToString("+.0000;-.0000;.0000", CultureInfo.InvariantCulture);
}
