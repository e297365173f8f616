namespace Recommender.Core.Baskets.Chance;

/// <summary>
/// The chances p = x y / (1 + x y) of each size class and count class with which every basket expects as many items as it holds and every
/// item as many baskets as it stands in: of all tables of chances with these margins the one of maximum entropy.
/// </summary>
/// <remarks>
/// Margins may decide cells alone (a basket that holds everything): where the condition of Gale and Ryser is tight, the cells above left
/// are 1, those below right 0, and two smaller tables remain. In each of them x and y are finite and are found by turns.
/// </remarks>
sealed class MarginFit(MarginClasses sizes, MarginClasses counts)
{
    const int MostSweeps = 5_000;
    const double Exact = 1e-12;   // of a margin

    readonly double[] _shares = new double[checked(sizes.Count * counts.Count)];

    /// <summary>The chances, one row of all size classes for each count class.</summary>
    public double[] Run(CancellationToken cancellationToken)
    {
        var open = new Stack<MarginBlock>();
        open.Push(new MarginBlock(0, sizes.Count, 0, counts.Count));
        while (open.TryPop(out var block))
        {
            if (block.IsEmpty) continue;
            if (!TrySplit(block, open)) Solve(block, cancellationToken);
        }
        return _shares;
    }

    long Size(MarginBlock block, int row) => sizes.Values[row] - block.TakenFromRows;

    long Count(MarginBlock block, int column) => counts.Values[column] - block.TakenFromColumns;

    // The k largest rows hold sum r; the columns could give them sum min(c, k). Where both are equal the table falls apart.
    bool TrySplit(MarginBlock block, Stack<MarginBlock> open)
    {
        var (held, rows) = (0L, 0L);
        for (var end = block.FirstRow; end <= block.EndRow; end++)
        {
            if (end > block.FirstRow)
            {
                held += sizes.Members[end - 1] * Size(block, end - 1);
                rows += sizes.Members[end - 1];
            }
            var (given, above, reaching) = (0L, block.FirstColumn, block.FirstColumn);   // columns of more than k, and of k or more
            for (var column = block.FirstColumn; column < block.EndColumn; column++)
            {
                given += counts.Members[column] * Math.Min(rows, Count(block, column));
                if (Count(block, column) > rows) above++;
                if (Count(block, column) >= rows) reaching++;
            }
            var isWhole = (end == block.EndRow && reaching == block.FirstColumn) || (end == block.FirstRow && above == block.EndColumn);
            if (given != held || isWhole) continue;

            Split(block, end, (above, reaching, rows), open);
            return true;
        }
        return false;
    }

    void Split(MarginBlock block, int end, (int Above, int Reaching, long Rows) columns, Stack<MarginBlock> open)
    {
        var full = 0L;
        for (var column = block.FirstColumn; column < columns.Reaching; column++)
        {
            full += counts.Members[column];
            _shares.AsSpan(column * sizes.Count + block.FirstRow, end - block.FirstRow).Fill(1);
        }
        open.Push(block with { EndRow = end, FirstColumn = columns.Reaching, TakenFromRows = block.TakenFromRows + full });
        open.Push(block with { FirstRow = end, EndColumn = columns.Above, TakenFromColumns = block.TakenFromColumns + columns.Rows });
    }

    void Solve(MarginBlock block, CancellationToken cancellationToken)
    {
        var rows = Side(block.EndRow - block.FirstRow, at => (Size(block, block.FirstRow + at), sizes.Members[block.FirstRow + at]));
        var columns = Side(block.EndColumn - block.FirstColumn, at => (Count(block, block.FirstColumn + at), counts.Members[block.FirstColumn + at]));
        var scale = 1 / Math.Sqrt(rows.Total);
        for (var row = 0; row < rows.Odds.Length; row++) rows.Odds[row] = rows.Margins[row] * scale;
        for (var column = 0; column < columns.Odds.Length; column++) columns.Odds[column] = columns.Margins[column] * scale;

        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var worst = rows.Adjust(columns);
            worst = Math.Max(worst, columns.Adjust(rows));
            if (worst <= Exact) break;
        }
        for (var column = 0; column < columns.Odds.Length; column++)
        {
            var shares = _shares.AsSpan((block.FirstColumn + column) * sizes.Count + block.FirstRow, rows.Odds.Length);
            for (var row = 0; row < shares.Length; row++) shares[row] = rows.Odds[row] * columns.Odds[column] / (1 + rows.Odds[row] * columns.Odds[column]);
        }
    }

    static MarginSide Side(int length, Func<int, (long Margin, int Members)> at)
    {
        var side = new MarginSide(length);
        for (var one = 0; one < length; one++) (side.Margins[one], side.Members[one]) = at(one);
        return side;
    }
}
