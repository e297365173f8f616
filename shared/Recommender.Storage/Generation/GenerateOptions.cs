using Recommender.Core;

namespace Recommender.Storage.Generation;

/// <summary>Everything that decides what a demo shop holds. The same options give the same bytes, whatever <see cref="Threads"/> is.</summary>
public sealed record GenerateOptions
{
    public const long FewestLines = 10_000;
    public const long MostLines = 100_000_000;
    public const int MostThreads = 256;

    static readonly DateOnly EarliestEnd = new(2000, 1, 1);
    static readonly DateOnly LatestEnd = new(2100, 12, 31);

    /// <summary>beauty or distributor.</summary>
    public string Shop { get; init; } = "beauty";

    /// <summary>Lines of purchases, exactly; the dirt is among them.</summary>
    public long Lines { get; init; } = 100_000;

    public long Seed { get; init; } = 17;

    /// <summary>The last day of the history.</summary>
    public DateOnly End { get; init; } = new(2026, 10, 31);

    public ShopFormat Format { get; init; } = ShopFormat.Csv;

    /// <summary>Whether returns, anonymous baskets, postage, duplicates and bulk purchases are mixed in.</summary>
    public bool Dirt { get; init; } = true;

    /// <summary>Whether pairs, tastes and declines are planted; without them the shop serves to count false discoveries.</summary>
    public bool Plant { get; init; } = true;

    /// <summary>Whether an earlier demo shop in the folder may be replaced.</summary>
    public bool Overwrite { get; init; }

    public int Threads { get; init; } = Math.Min(Environment.ProcessorCount, MostThreads);

    /// <summary>These options, once every value is found to be in its range.</summary>
    /// <exception cref="UserErrorException">A value is out of its range.</exception>
    public GenerateOptions Checked()
    {
        ShopNames.Check(Shop);
        if (Lines is < FewestLines or > MostLines)
            throw new UserErrorException($"Lines {Lines} is out of range: a demo shop has {FewestLines} to {MostLines} lines; choose a number between them.");
        if (Threads is < 1 or > MostThreads)
            throw new UserErrorException($"Threads {Threads} is out of range: 1 to {MostThreads} are possible; leave it out to use every core.");
        if (End < EarliestEnd || End > LatestEnd)
            throw new UserErrorException($"End {End:yyyy-MM-dd} is out of range: a history ends between {EarliestEnd:yyyy-MM-dd} and {LatestEnd:yyyy-MM-dd}; choose a day between them.");
        if (!Enum.IsDefined(Format))
            throw new UserErrorException($"Format {Format} is unknown: a demo shop is written as csv or csv.gz; choose one of them.");
        return this;
    }
}
