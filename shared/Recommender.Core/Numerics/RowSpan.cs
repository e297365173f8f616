namespace Recommender.Core.Numerics;

/// <summary>Neighbouring rows of a triangular matrix, halved at a multiple of the block on the diagonal.</summary>
readonly record struct RowSpan(int Start, int Count)
{
    public bool IsLeaf => Count <= DiagonalBlock.Size;

    public (RowSpan Top, RowSpan Bottom) Halves
    {
        get
        {
            var blocks = (Count + DiagonalBlock.Size - 1) / DiagonalBlock.Size;
            var top = (blocks + 1) / 2 * DiagonalBlock.Size;
            return (new(Start, top), new(Start + top, Count - top));
        }
    }
}
