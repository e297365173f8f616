namespace Recommender.Core.Numerics;

/// <summary>
/// Goto's product (Goto and van de Geijn, 2008): a panel of b is packed once for all threads, each thread packs blocks of a for its own
/// second cache and runs register tiles over them. Every element sums its k in blocks that depend on the depth alone, so neither
/// threads nor the tile that it falls into change a result.
/// </summary>
sealed unsafe class PanelProduct<TKernel>(Operand a, Operand b, Operand c, ProductShape shape, Product product, CancellationToken ct)
    where TKernel : struct, ITileKernel
{
    const int PanelColumns = 2048;
    const int BlockRows = 240;

    readonly int _depthStep = DepthStep(shape.Depth);
    readonly int _threads = product.Threads;
    int _blockRows;

    /// <summary>The depth of a block whose sums join the target at once.</summary>
    public static int DepthStep(int depth) => Even(depth, TKernel.Depth, 1);

    /// <summary>b was packed before.</summary>
    public void Run(PackedMatrix packed)
    {
        _blockRows = RowsOfABlock();
        var columnStep = ColumnStep();
        for (var column = 0; column < shape.Columns; column += columnStep)
        {
            for (var k = 0; k < shape.Depth; k += _depthStep) MultiplyPanel(PartAt(column, columnStep, k, packed.At(k, column)));
        }
    }

    public void Run()
    {
        _blockRows = RowsOfABlock();
        var columnStep = ColumnStep();
        using var panel = AlignedBuffer.Rent(RoundUp(columnStep, TKernel.Columns) * _depthStep);
        for (var column = 0; column < shape.Columns; column += columnStep)
        {
            for (var k = 0; k < shape.Depth; k += _depthStep)
            {
                var part = PartAt(column, columnStep, k, panel.Start);
                PackPanel(part);
                MultiplyPanel(part);
            }
        }
    }

    /// <summary>Columns [Column, Column + Columns) of b and the rows [K, K + Depth) of it, packed.</summary>
    readonly record struct Part(int Column, int Columns, int K, int Depth, nint PanelStart)
    {
        public Part(int column, int columns, int k, int depth, float* panel) : this(column, columns, k, depth, (nint)panel)
        {
        }

        public float* Panel => (float*)PanelStart;
    }

    int ColumnStep() => Even(shape.Columns, PanelColumns, TKernel.Columns);

    Part PartAt(int column, int columnStep, int k, float* panel) =>
        new(column, Math.Min(columnStep, shape.Columns - column), k, Math.Min(_depthStep, shape.Depth - k), panel);

    /// <summary>As many blocks as fit the second cache, and a multiple of the threads.</summary>
    int RowsOfABlock()
    {
        var blocks = Math.Max(1, (shape.Rows + BlockRows - 1) / BlockRows);
        if (shape.Rows >= _threads * 4 * TKernel.Rows) blocks = RoundUp(blocks, _threads);
        return RoundUp((shape.Rows + blocks - 1) / blocks, TKernel.Rows);
    }

    void PackPanel(Part part)
    {
        var groups = Math.Min(_threads, (part.Columns + TKernel.Columns - 1) / TKernel.Columns);
        var columns = RoundUp((part.Columns + groups - 1) / groups, TKernel.Columns);
        Loop.For((part.Columns + columns - 1) / columns, _threads, group =>
        {
            var first = group * columns;
            var source = new Operand(b.At(part.K, part.Column + first), b.RowStride, b.ColumnStride).Transposed;
            Panels.Pack(source, Math.Min(columns, part.Columns - first), part.Depth, TKernel.Columns, part.Panel + (nint)first * part.Depth);
        }, ct);
    }

    void MultiplyPanel(Part part)
    {
        var blocks = (shape.Rows + _blockRows - 1) / _blockRows;
        var strips = (part.Columns + TKernel.Columns - 1) / TKernel.Columns;
        var groups = blocks >= _threads ? 1 : Math.Min(strips, (2 * _threads + blocks - 1) / blocks);
        var stripsOfAGroup = (strips + groups - 1) / groups;
        Loop.For(blocks * groups, _threads, piece =>
        {
            var (row, strip) = (piece / groups * _blockRows, piece % groups * stripsOfAGroup);
            MultiplyBlock(part, row, strip, Math.Min(strips, strip + stripsOfAGroup));
        }, ct);
    }

    void MultiplyBlock(Part part, int firstRow, int strip, int stripEnd)
    {
        var rows = Math.Min(_blockRows, shape.Rows - firstRow);
        if (shape.LowerOnly && part.Column + strip * TKernel.Columns >= firstRow + rows) return;

        using var block = AlignedBuffer.Rent(RoundUp(rows, TKernel.Rows) * part.Depth);
        Panels.Pack(new Operand(a.At(firstRow, part.K), a.RowStride, a.ColumnStride), rows, part.Depth, TKernel.Rows, block.Start);

        var scratch = stackalloc float[TKernel.Rows * TKernel.Columns];
        var tile = new Tile
        {
            Depth = part.Depth, AStep = TKernel.Rows, BStep = TKernel.Columns, Alpha = product.Alpha, Beta = part.K == 0 ? product.Beta : 1,
        };
        for (; strip < stripEnd; strip++)
        {
            var column = part.Column + strip * TKernel.Columns;
            tile = tile with { B = part.Panel + (nint)strip * TKernel.Columns * part.Depth };
            for (var row = 0; row < rows; row += TKernel.Rows)
            {
                if (shape.LowerOnly && column >= firstRow + row + TKernel.Rows) continue;

                MultiplyTile(tile with { A = block.Start + (nint)row * part.Depth }, firstRow + row, column, scratch);
            }
        }
    }

    void MultiplyTile(Tile tile, int row, int column, float* scratch)
    {
        var whole = row + TKernel.Rows <= shape.Rows && column + TKernel.Columns <= shape.Columns;
        var crossesDiagonal = shape.LowerOnly && column + TKernel.Columns - 1 > row;
        if (whole && !crossesDiagonal && c.ColumnStride == 1)
        {
            TKernel.Multiply(tile with { C = c.At(row, column), CStep = c.RowStride });
            return;
        }

        TKernel.Multiply(tile with { C = scratch, CStep = TKernel.Columns, Beta = 0 });
        Spread(scratch, row, column, tile.Beta);
    }

    /// <summary>Carries a tile over that sticks out of the target, crosses the diagonal or whose columns are not neighbours.</summary>
    void Spread(float* scratch, int row, int column, float beta)
    {
        var rows = Math.Min(TKernel.Rows, shape.Rows - row);
        for (var i = 0; i < rows; i++, scratch += TKernel.Columns)
        {
            var columns = Math.Min(TKernel.Columns, (shape.LowerOnly ? Math.Min(shape.Columns, row + i + 1) : shape.Columns) - column);
            for (var j = 0; j < columns; j++)
            {
                var target = c.At(row + i, column + j);
                *target = beta == 0 ? scratch[j] : scratch[j] + beta * *target;
            }
        }
    }

    /// <summary>The smallest step that cuts a length into as few parts as <paramref name="most"/> does, all about even.</summary>
    static int Even(int length, int most, int unit)
    {
        var parts = Math.Max(1, (length + most - 1) / most);
        return Math.Max(unit, RoundUp((length + parts - 1) / parts, unit));
    }

    static int RoundUp(int value, int unit) => (value + unit - 1) / unit * unit;
}
