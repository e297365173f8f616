using Recommender.Core.Datasets;
using Recommender.Core.Models.Ratings;
using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.MatrixFactorization;

/// <summary>
/// Ratings in a grid of 16 by 16 blocks of customers and items with about as many ratings in each band, shuffled inside a block. The 16
/// blocks of a diagonal share no customer and no item: whoever works on them side by side gets what one would get alone (Gemulla et al., 2011).
/// </summary>
sealed class RatingGrid
{
    /// <summary>Bands of customers and of items, fixed so that the order of work does not depend on the machine.</summary>
    public const int Side = 16;

    readonly RatingCell[] _cells;
    readonly int[] _starts = new int[Side * Side + 1];   // block (row, column) is number row · Side + column

    public RatingGrid(CsrMatrix ratings, RatingScale scale, int seed)
    {
        _cells = new RatingCell[ratings.Count];
        var customerBands = Bands(Counts.OfRows(ratings));
        var itemBands = Bands(Counts.OfColumns(ratings));
        Place(ratings, scale, customerBands, itemBands);
        for (var block = 0; block < Side * Side; block++)
            new RandomStream((ulong)seed, (ulong)block).Shuffle(_cells.AsSpan(_starts[block].._starts[block + 1]));
    }

    public int Count => _cells.Length;

    /// <summary>The ratings of a block in the order in which they are to be visited.</summary>
    public ReadOnlySpan<RatingCell> Block(int row, int column)
    {
        var block = row * Side + column;
        return _cells.AsSpan(_starts[block].._starts[block + 1]);
    }

    void Place(CsrMatrix ratings, RatingScale scale, byte[] customerBands, byte[] itemBands)
    {
        for (var customer = 0; customer < ratings.Rows; customer++)
        {
            foreach (var item in ratings.RowIndices(customer)) _starts[customerBands[customer] * Side + itemBands[item] + 1]++;
        }
        for (var block = 0; block < Side * Side; block++) _starts[block + 1] += _starts[block];

        var next = _starts.AsSpan(0, Side * Side).ToArray();
        for (var customer = 0; customer < ratings.Rows; customer++)
        {
            var items = ratings.RowIndices(customer);
            var values = ratings.RowValues(customer);
            for (var entry = 0; entry < items.Length; entry++)
            {
                ref var place = ref next[customerBands[customer] * Side + itemBands[items[entry]]];
                _cells[place++] = new(customer, items[entry], scale.Standard(values.IsEmpty ? 1 : values[entry]));
            }
        }
    }

    // The band of each row: neighbours together, a sixteenth of the ratings in each.
    static byte[] Bands(int[] counts)
    {
        var bands = new byte[counts.Length];
        var total = Math.Max(1, counts.Sum(count => (long)count));
        var before = 0L;
        for (var row = 0; row < counts.Length; row++)
        {
            bands[row] = (byte)Math.Min(Side - 1, before * Side / total);
            before += counts[row];
        }
        return bands;
    }
}
