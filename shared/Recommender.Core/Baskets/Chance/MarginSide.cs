using System.Numerics;

namespace Recommender.Core.Baskets.Chance;

/// <summary>One side of a table of chances p = x y / (1 + x y): its margins, how many lines share each, and their x.</summary>
sealed class MarginSide(int length)
{
    const int MostSteps = 4;   // of Newton a sweep: the other side moves too
    const double Near = 1e-14;

    /// <summary>What the chances of a line must sum to.</summary>
    public double[] Margins { get; } = new double[length];

    /// <summary>How many lines have the same margin.</summary>
    public double[] Members { get; } = new double[length];

    /// <summary>x, in units in which the other side's y are given.</summary>
    public double[] Odds { get; } = new double[length];

    /// <summary>All margins together.</summary>
    public double Total => Margins.Zip(Members, (margin, members) => margin * members).Sum();

    /// <summary>Moves every x so that its line meets the margin, the other side held.</summary>
    /// <returns>How far the worst line was from its margin before, as a share of it.</returns>
    public double Adjust(MarginSide other)
    {
        var worst = 0.0;
        var capacity = other.Members.Sum();
        for (var line = 0; line < Odds.Length; line++) worst = Math.Max(worst, Adjust(line, other, capacity));
        return worst;
    }

    // Newton on the log odds of the sum, which is nearly a straight line in ln x, between the bounds found so far.
    double Adjust(int line, MarginSide other, double capacity)
    {
        var (low, high, first) = (0.0, double.PositiveInfinity, 0.0);
        var margin = Margins[line];
        for (var step = 0; step < MostSteps; step++)
        {
            var x = Odds[line];
            var (sum, spread) = Expect(x, other);
            var error = Math.Abs(sum - margin) / margin;
            if (step == 0) first = error;
            if (error <= Near) break;

            if (sum < margin) low = x;
            else high = x;
            var move = (Math.Log(margin / (capacity - margin)) - Math.Log(sum / (capacity - sum))) * sum * (capacity - sum) / (capacity * spread);
            var next = x * Math.Exp(Math.Clamp(move, -5, 5));
            Odds[line] = next > low && next < high ? next : Math.Sqrt(Math.Max(low, x / 100) * Math.Min(high, x * 100));
        }
        return first;
    }

    // The sum of all p of a line, and of all p (1 - p).
    static (double Sum, double Spread) Expect(double x, MarginSide other)
    {
        var y = other.Odds.AsSpan();
        var members = other.Members.AsSpan();
        var (sums, squares) = (Vector<double>.Zero, Vector<double>.Zero);
        var at = 0;
        for (; at <= y.Length - Vector<double>.Count; at += Vector<double>.Count)
        {
            var odds = x * new Vector<double>(y[at..]);
            var share = odds / (Vector<double>.One + odds);
            var weighted = share * new Vector<double>(members[at..]);
            sums += weighted;
            squares += weighted / (Vector<double>.One + odds);
        }
        var (sum, spread) = (Vector.Sum(sums), Vector.Sum(squares));
        for (; at < y.Length; at++)
        {
            var odds = x * y[at];
            sum += members[at] * odds / (1 + odds);
            spread += members[at] * odds / ((1 + odds) * (1 + odds));
        }
        return (sum, spread);
    }
}
