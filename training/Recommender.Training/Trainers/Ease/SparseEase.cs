using Recommender.Core.Datasets;
using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.Ease;

/// <summary>
/// Item j's column of B is a ridge regression of j on all other items, whatever the other columns are. Here it is confined to those k items C
/// that would explain it best alone, of the items bought together with it: (X'X + lambda I)[C, C] b = X'X[C, j]. That is the exact
/// optimum among weights that are zero outside C; where all items are inside, it is the closed form.
/// </summary>
sealed class SparseEase(PurchaseGram gram, int neighbours, long memory)
{
    public CsrMatrix Solve(TrainingContext context)
    {
        var explaining = ExplainingItems.Find(gram, neighbours, context.Parallelism);
        var pairs = ScaledPairs.Collect(gram, memory, context.Parallelism);
        var weights = new float[explaining.Count];
        var isSolved = true;
        Parallel.For(0, gram.Items, context.Parallelism, () => new float[neighbours * neighbours], (item, loop, square) =>
        {
            if (TrySolve(item, explaining, pairs, (square, weights))) return square;

            isSolved = false;
            loop.Stop();
            return square;
        }, _ => { });
        if (!isSolved) throw gram.Singular();

        return new CsrMatrix(explaining.Starts, explaining.Indices, weights, gram.Items).Transpose(context.Cancellation);
    }

    // In the scaled items: b = s_C / s_j times the solution. Both sides of the equation stand in one scale.
    bool TrySolve(int item, CsrMatrix explaining, CsrMatrix pairs, (float[] Square, float[] Weights) space)
    {
        var others = explaining.RowIndices(item);
        var solved = space.Weights.AsSpan(explaining.Starts.Span[item], others.Length);
        explaining.RowValues(item).CopyTo(solved);
        if (others.IsEmpty) return true;

        var square = space.Square.AsSpan(0, others.Length * others.Length);
        FillLower(others, pairs, square);
        if (!SmallCholesky.TrySolve(square, others.Length, solved)) return false;

        for (var at = 0; at < others.Length; at++) solved[at] = (float)(solved[at] * gram.Scale[others[at]] / gram.Scale[item]);
        return true;
    }

    // Both lists ascend, so each search begins where the last one ended.
    static void FillLower(ReadOnlySpan<int> others, CsrMatrix pairs, Span<float> square)
    {
        for (var row = 0; row < others.Length; row++)
        {
            var known = pairs.RowIndices(others[row]);
            var values = pairs.RowValues(others[row]);
            var from = 0;
            for (var column = 0; column < row; column++)
            {
                var found = known[from..].BinarySearch(others[column]);
                square[row * others.Length + column] = found < 0 ? 0 : values[from + found];
                from += found < 0 ? ~found : found + 1;
            }
            square[row * others.Length + row] = 1;
        }
    }
}
