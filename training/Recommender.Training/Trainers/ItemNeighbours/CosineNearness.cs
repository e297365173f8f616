using Recommender.Core.Datasets;

namespace Recommender.Training.Trainers.ItemNeighbours;

/// <summary>x_i'x_j / (|x_i|^2a |x_j|^2(1 - a)) of item i bought and item j suggested: the cosine for a = 1/2.</summary>
static class CosineNearness
{
    public static Nearness Of(CsrMatrix byItem, CsrMatrix byCustomer, double asymmetry)
    {
        var squares = byCustomer.ColumnSums(power: 2);
        var bought = Array.ConvertAll(squares, square => Math.Pow(square, asymmetry));
        var suggested = Array.ConvertAll(squares, square => Math.Pow(square, 1 - asymmetry));
        return new(byItem, byCustomer, (together, i, j) => together / (bought[i] * suggested[j]));
    }
}
