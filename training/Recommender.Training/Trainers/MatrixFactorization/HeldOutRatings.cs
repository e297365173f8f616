using System.Runtime.InteropServices;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Ratings;
using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.MatrixFactorization;

/// <summary>Ratings that do not train: they tell when to stop. Which ones is decided for each pair by the seed alone.</summary>
sealed class HeldOutRatings
{
    readonly List<RatingCell> _cells = [];

    HeldOutRatings(CsrMatrix training) => Training = training;

    /// <summary>The ratings that are left for training.</summary>
    public CsrMatrix Training { get; private set; }

    public bool IsEmpty => _cells.Count == 0;

    /// <summary>Holds a share of the ratings out.</summary>
    public static HeldOutRatings Of(CsrMatrix ratings, double share, int seed)
    {
        var held = new HeldOutRatings(ratings);
        if (share > 0) held.Take(ratings, share, (ulong)seed);
        return held;
    }

    /// <summary>The root of the mean squared error of the model's predictions.</summary>
    public double Rmse(RatingModel model)
    {
        var squares = 0.0;
        foreach (var cell in CollectionsMarshal.AsSpan(_cells)) squares += Math.Pow(cell.Rating - model.Predict(cell.Customer, cell.Item), 2);
        return Math.Sqrt(squares / _cells.Count);
    }

    void Take(CsrMatrix ratings, double share, ulong seed)
    {
        var starts = new int[ratings.Rows + 1];
        var (indices, values) = (new List<int>(ratings.Count), new List<float>(ratings.Count));
        for (var customer = 0; customer < ratings.Rows; customer++)
        {
            var items = ratings.RowIndices(customer);
            var given = ratings.RowValues(customer);
            for (var entry = 0; entry < items.Length; entry++)
            {
                var rating = given.IsEmpty ? 1 : given[entry];
                var draw = RandomStream.Mix(RandomStream.Mix(seed ^ ((ulong)customer << 32)) + (ulong)items[entry]);
                if ((draw >> 11) * (1.0 / (1UL << 53)) < share)
                {
                    _cells.Add(new(customer, items[entry], rating));
                    continue;
                }
                indices.Add(items[entry]);
                values.Add(rating);
            }
            starts[customer + 1] = indices.Count;
        }
        if (indices.Count == 0) _cells.Clear();   // too few to hold any out
        else Training = new(starts, indices.ToArray(), values.ToArray(), ratings.Columns);
    }
}
