using Recommender.Core.Datasets;

namespace Recommender.Training.Trainers.ItemNeighbours;

/// <summary>
/// The walk from item i to one of its customers u and on to one of u's items j: the sum over u of p(u | i)^alpha p(j | u)^alpha, over the
/// popularity of j to the power of beta (RP3beta).
/// </summary>
static class WalkNearness
{
    public static Nearness Of(CsrMatrix byItem, CsrMatrix byCustomer, double alpha, double beta)
    {
        var (ofItem, ofCustomer) = (byCustomer.ColumnSums(), byItem.ColumnSums());
        var tolls = Array.ConvertAll(ofItem, popularity => Math.Pow(popularity, beta));
        return new(
            byItem.Map((_, customer, weight) => Probability(weight, ofCustomer[customer])),
            byCustomer.Map((_, item, weight) => Probability(weight, ofItem[item])),
            (together, _, suggested) => together / tolls[suggested]);

        double Probability(double weight, double all) => weight == 0 ? 0 : Math.Pow(weight / all, alpha);
    }
}
