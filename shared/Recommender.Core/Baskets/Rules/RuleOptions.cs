namespace Recommender.Core.Baskets.Rules;

/// <summary>Which rules are looked for, which are kept, and where the search ends.</summary>
public sealed record RuleOptions
{
    /// <summary>Baskets that both sides together must stand in, 1 or more.</summary>
    public required int MinCount { get; init; }

    /// <summary>The lowest confidence, 0 to 1.</summary>
    public double MinConfidence { get; init; }

    /// <summary>Items of the longest consequent, 1 or more.</summary>
    public int MaxConsequent { get; init; } = 1;

    /// <summary>Items of both sides of the longest rule, 2 or more.</summary>
    public int MaxLength { get; init; } = int.MaxValue;

    /// <summary>What the antecedent must and must not hold.</summary>
    public ItemCondition Antecedent { get; init; } = ItemCondition.None;

    /// <summary>What the consequent must and must not hold.</summary>
    public ItemCondition Consequent { get; init; } = ItemCondition.None;

    /// <summary>Bounds on measures; max q is one on <c>q</c>.</summary>
    public IReadOnlyList<RuleFilter> Filters { get; init; } = [];

    /// <summary>
    /// Drops a rule unless its confidence is above that of every more general one, same consequent and fewer antecedents, by more than
    /// this; null keeps all.
    /// </summary>
    public double? Improvement { get; init; }

    /// <summary>What the rows are sorted by, the best first; ties by count, confidence and then the items' numbers.</summary>
    public RuleMeasure Sort { get; init; } = RuleMeasures.Named("lift");

    /// <summary>Rows that are kept.</summary>
    public int Limit { get; init; } = int.MaxValue;

    /// <summary>Whether expected count, p and q are computed; counts, filters on other measures and order do not need them.</summary>
    public bool Chance { get; init; } = true;

    /// <summary>Itemsets after which the search is cut: rules of so many are made in about a minute.</summary>
    public long MaxItemsets { get; init; } = 5_000_000;

    /// <summary>Bytes of working memory beyond the baskets after which the search is cut: half for mining, half for what it finds.</summary>
    public long Memory { get; init; } = 4L << 30;

    /// <summary>
    /// Rules above count and confidence, before any filter, after which the search is cut, 1 or more: with long consequents even a few
    /// itemsets have no end of them.
    /// </summary>
    public long MaxRules { get; init; } = 10_000_000;

    /// <summary>How long the whole search may last before it is cut: half is for mining, a quarter for tests, the rest for making rules.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.MaxValue;

    /// <summary>How many cores; the result does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Hears how far each stage is.</summary>
    public IProgress<RuleProgress>? Progress { get; init; }

    /// <summary>These options, once every value is found to be in its range.</summary>
    public RuleOptions Checked()
    {
        if (MinCount < 1) throw new UserErrorException($"The minimum count {MinCount} is below 1; a rule must stand in one basket at least. Give a whole number from 1.");
        if (!(MinConfidence is >= 0 and <= 1)) throw new UserErrorException($"The minimum confidence {MinConfidence} is out of range; it is a share from 0 to 1. Give for example 0.3.");
        if (MaxConsequent < 1) throw new UserErrorException($"Consequents of at most {MaxConsequent} items are none; give 1 or more.");
        if (MaxLength < 2) throw new UserErrorException($"Rules of at most {MaxLength} items are none, since both sides hold one; give 2 or more.");
        if (Improvement is { } improvement && !(improvement is >= 0 and <= 1)) throw new UserErrorException($"The improvement {improvement} is out of range; it is a difference of confidences from 0 to 1. Give for example 0.05.");
        if (MaxRules < 1) throw new UserErrorException($"A limit of {MaxRules} rules looks at none; give 1 or more.");
        if (Limit < 0) throw new UserErrorException($"{Limit} rows cannot be kept; give 0 or more.");
        if (!Chance && (Sort.NeedsChance || Filters.Any(filter => filter.Measure.NeedsChance)))
            throw new UserErrorException("The rules are to be sorted or filtered by chance, which is switched off; switch it on or choose another measure.");
        return this;
    }
}
