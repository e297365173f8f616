using Recommender.Core.Datasets;

namespace Recommender.Training.Trainers.MatrixFactorization;

/// <summary>How many ratings rows and columns have.</summary>
static class Counts
{
    public static int[] OfRows(CsrMatrix ratings)
    {
        var counts = new int[ratings.Rows];
        for (var row = 0; row < counts.Length; row++) counts[row] = ratings.RowCount(row);
        return counts;
    }

    public static int[] OfColumns(CsrMatrix ratings)
    {
        var counts = new int[ratings.Columns];
        foreach (var column in ratings.Indices.Span) counts[column]++;
        return counts;
    }
}
