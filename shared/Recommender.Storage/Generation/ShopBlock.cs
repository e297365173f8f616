namespace Recommender.Storage.Generation;

/// <summary>The customers one thread makes at a time: their lines of every file, and the counts. Used again and again.</summary>
sealed class ShopBlock
{
    public CsvBuffer Purchases { get; } = new();
    public CsvBuffer Customers { get; } = new();

    /// <summary>Lines of truth-segments.csv or truth-declines.csv.</summary>
    public CsvBuffer Truth { get; } = new();

    public ShopCounts Counts { get; } = new();

    /// <summary>The block is cut after so many lines, so that the shop has exactly as many as were asked for.</summary>
    public long LineLimit { get; private set; }

    public long Room => LineLimit - Counts.Lines;

    public void Restart(long lineLimit)
    {
        LineLimit = lineLimit;
        Purchases.Clear();
        Customers.Clear();
        Truth.Clear();
        Counts.Clear();
    }

    /// <summary>Compresses what is data; the truth stays readable.</summary>
    public void Compress()
    {
        Purchases.Compress();
        Customers.Compress();
    }
}
