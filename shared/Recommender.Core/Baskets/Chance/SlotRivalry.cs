namespace Recommender.Core.Baskets.Chance;

/// <summary>
/// How strongly items take each other's places in a basket of fixed size: p(ij) = p(i) p(j) - a(i) a(j). The a are those with which the
/// chances of all others beside item i sum to what is left of the basket, (s - 1) p(i): with c(i) = a(i) sqrt(C) and C = sum c, that is
/// c(i) - c(i)^2 / C = p(i) (1 - p(i)) (the fixed point of Deville and Tille, 2005).
/// </summary>
static class SlotRivalry
{
    const int MostRounds = 200;
    const double Exact = 1e-13;

    /// <summary>Turns the p (1 - p) of the classes, each shared by so many items, into their a.</summary>
    public static void Solve(Span<double> spread, ReadOnlySpan<int> members)
    {
        Span<double> c = spread.ToArray();
        var total = Total(c, members);
        if (total <= 0) return;

        for (var round = 0; round < MostRounds; round++)
        {
            var worst = 0.0;
            for (var item = 0; item < c.Length; item++)
            {
                // An item as uncertain as all others together leaves no fixed point; it is held at twice its spread.
                var next = Math.Min(spread[item] + c[item] * c[item] / total, 2 * spread[item]);
                worst = Math.Max(worst, Math.Abs(next - c[item]) / total);
                c[item] = next;
            }
            total = Total(c, members);
            if (worst <= Exact) break;
        }
        var scale = 1 / Math.Sqrt(total);
        for (var item = 0; item < c.Length; item++) spread[item] = c[item] * scale;
    }

    static double Total(ReadOnlySpan<double> c, ReadOnlySpan<int> members)
    {
        var total = 0.0;
        for (var item = 0; item < c.Length; item++) total += members[item] * c[item];
        return total;
    }
}
