namespace Recommender.Core.Numerics;

/// <summary>A row of tiles is walked two at a time.</summary>
static class TilePair<TKernel>
    where TKernel : struct, IOuterKernel
{
    /// <summary>Adds to a tile and, where it is not the last one, to the next; says to how many.</summary>
    public static int Add(in OuterTile tile, int last)
    {
        if (tile.Left == last)
        {
            TKernel.Add(tile);
            return 1;
        }

        TKernel.AddTwo(tile);
        return 2;
    }
}
