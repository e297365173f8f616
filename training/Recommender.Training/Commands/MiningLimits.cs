using System.CommandLine;
using Recommender.Core.Baskets.Itemsets;
using Recommender.Training.Experiments;

namespace Recommender.Training.Commands;

/// <summary>The options that say how rare an itemset may be and where a search ends.</summary>
/// <param name="mostItemsets">Itemsets after which the search is cut unless said otherwise; null where there is no such limit.</param>
sealed class MiningLimits(long? mostItemsets = null)
{
    const double UsualSupport = 0.01;

    readonly Option<double?> _support = new("--min-support") { Description = $"Share of the baskets that an itemset stands in [default: {UsualSupport}].", HelpName = "share" };
    readonly Option<int?> _count = new("--min-count") { Description = "The same as a number of baskets.", HelpName = "n" };
    readonly Option<int?> _length = new("--max-length") { Description = "Items of the longest itemset [default: any].", HelpName = "n" };
    readonly Option<long?> _itemsets = new("--max-itemsets") { Description = $"Itemsets after which the search is cut [default: {(mostItemsets is { } most ? $"{most}" : "none")}].", HelpName = "n" };
    readonly Option<double?> _time = new("--time") { Description = "Seconds after which the search is cut [default: none].", HelpName = "s" };
    readonly Option<string?> _memory = new("--memory") { Description = "Working memory beyond which the search is cut [default: 2GB].", HelpName = "size" };
    readonly Option<int?> _threads = CommonOptions.Threads();

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _support, _count, _length, _itemsets, _time, _memory, _threads }) command.Options.Add(option);
    }

    /// <summary>What was asked for; the share becomes a count once the baskets are known.</summary>
    public AskedMining Read(ParseResult parsed)
    {
        var (support, count) = (parsed.GetValue(_support), parsed.GetValue(_count));
        if (support is not null && count is not null) throw new WrongUseException("--min-support and --min-count exclude each other. Give one of them.");
        if (support is <= 0 or > 1 or double.NaN) throw new WrongUseException($"--min-support {support} is no share. Give one above 0 and up to 1, such as 0.01 for one basket in a hundred.");
        if (count < 1) throw new WrongUseException($"--min-count {count} is below 1.");

        var time = parsed.GetValue(_time);
        if (time is <= 0 or > 1e8 or double.NaN) throw new WrongUseException($"--time {time} is no time. Give seconds, such as 60.");

        var options = new MiningOptions { MinCount = 1, Threads = CommonOptions.ThreadsOf(parsed, _threads) };
        if (parsed.GetValue(_length) is { } length) options = options with { MaxLength = InRange.Of(length, 1, int.MaxValue, "--max-length") };
        if ((parsed.GetValue(_itemsets) ?? mostItemsets) is { } itemsets) options = options with { MaxItemsets = itemsets >= 1 ? itemsets : throw new WrongUseException($"--max-itemsets {itemsets} is below 1.") };
        if (time is { } seconds) options = options with { Time = TimeSpan.FromSeconds(seconds) };
        if (parsed.GetValue(_memory) is { } memory) options = options with { Memory = WrongUse.Check(() => ByteSize.Parse(memory)) };
        return new(options, count, support ?? UsualSupport);
    }
}
