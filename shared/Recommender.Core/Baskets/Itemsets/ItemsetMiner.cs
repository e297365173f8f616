using System.Globalization;

namespace Recommender.Core.Baskets.Itemsets;

/// <summary>
/// Finds all frequent, closed or maximal itemsets, exactly: depth first with one first item a task, intersecting bit columns over the
/// baskets of the prefix (Eclat: Zaki, 2000), which are renumbered whenever the prefix gets rarer (occurrence delivery and closure: LCM,
/// Uno et al., 2004).
/// </summary>
public static class ItemsetMiner
{
    /// <summary>
    /// Mines the baskets. <paramref name="take"/> gets the itemsets in blocks, one after the other, in an order that does not depend on
    /// the number of threads; without it they are only counted by size.
    /// </summary>
    public static MiningResult Mine(BasketSet baskets, MiningOptions options, Action<ItemsetBlock>? take, CancellationToken cancellationToken)
    {
        Check(options);
        cancellationToken.ThrowIfCancellationRequested();
        return new MiningRun(options, take, cancellationToken).Mine(baskets.Lines);
    }

    static void Check(MiningOptions options)
    {
        Demand(options.MinCount >= 1, "smallest count of baskets", options.MinCount, "1 or more");
        Demand(options.MaxLength >= 1, "greatest length of itemsets", options.MaxLength, "1 or more");
        Demand(options.MaxItemsets >= 1, "greatest number of itemsets", options.MaxItemsets, "1 or more");
        Demand(options.Memory >= 1, "memory limit", options.Memory, "1 byte or more");
        Demand(options.Time > TimeSpan.Zero, "time limit", options.Time, "more than zero");
        Demand(options.Threads >= 1, "number of threads", options.Threads, "1 or more");
        Demand(Enum.IsDefined(options.Kind), "kind of itemsets", options.Kind, "frequent, closed or maximal");
    }

    static void Demand(bool holds, string what, object value, string rule)
    {
        if (!holds) throw new UserErrorException(string.Create(CultureInfo.InvariantCulture, $"The {what} is {value}; it must be {rule}. Correct it."));
    }
}
