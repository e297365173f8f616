namespace Recommender.Core.Models;

/// <summary>How many shoppers are scored at once by each thread that scores many.</summary>
public static class ScoreBlock
{
    const int Longest = 256;
    const int Numbers = 1 << 19;   // 2 MB of scores a thread: with 8 MB they leave the third cache before the list is picked
    const int Tile = 24;           // the rows that matrix products take at once, 4 to 12, divide it

    /// <summary>The rows of a block of scores over so many items.</summary>
    public static int LengthFor(int items)
    {
        var length = Math.Clamp(Numbers / Math.Max(1, items), 1, Longest);
        return length < Tile ? length : length / Tile * Tile;
    }
}
