using Recommender.Core.Datasets;

namespace Recommender.Training.Trainers.ItemNeighbours;

/// <summary>What is made of the number of common customers c, of the customers of each item and of all n customers.</summary>
static class CountNearness
{
    public static Nearness Of(CsrMatrix byItem, CsrMatrix byCustomer, NearnessKind kind)
    {
        var customers = new double[byItem.Rows];
        for (var item = 0; item < customers.Length; item++) customers[item] = byItem.RowCount(item);
        var all = 0;
        for (var customer = 0; customer < byCustomer.Rows; customer++) all += byCustomer.RowCount(customer) > 0 ? 1 : 0;
        return new(byItem, byCustomer, kind switch
        {
            NearnessKind.Jaccard => (c, i, j) => c / (customers[i] + customers[j] - c),
            NearnessKind.Lift => (c, i, j) => c * all / (customers[i] * customers[j]),
            NearnessKind.Llr => (c, i, j) => LogLikelihoodRatio(c, customers[i], customers[j], all),
            _ => (c, _, _) => c,
        });
    }

    /// <summary>Dunning's G (1993) of the two-by-two table; 0 where the two meet no more often than chance lets them.</summary>
    public static double LogLikelihoodRatio(double both, double first, double second, double all)
    {
        if (both * all <= first * second) return 0;

        return 2 * (Term(both, first, second) + Term(first - both, first, all - second)
            + Term(second - both, all - first, second) + Term(all - first - second + both, all - first, all - second));

        double Term(double observed, double row, double column) => observed <= 0 ? 0 : observed * Math.Log(observed * all / (row * column));
    }
}
