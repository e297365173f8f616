namespace Recommender.Core.Datasets;

/// <summary>
/// How purchases become the weight of a customer and an item: the sum over baskets of the base, each halved for every
/// <paramref name="HalfLife"/> days of its age (0: age does not matter), then raised to <paramref name="Power"/>.
/// </summary>
public sealed record Weighting(WeightBase Base = WeightBase.Binary, double HalfLife = 0, double Power = 1)
{
    /// <summary>One for everything that was ever bought.</summary>
    public static Weighting Plain { get; } = new();

    /// <summary>Whether every weight is one.</summary>
    public bool IsBinary => Base == WeightBase.Binary && HalfLife <= 0;

    /// <summary>The share that a purchase keeps at an age of <paramref name="minutes"/>; the future counts as now.</summary>
    public float Decay(int minutes) =>
        HalfLife <= 0 || minutes <= 0 ? 1 : (float)Math.Exp(-Math.Log(2) * minutes / (HalfLife * ShopBaskets.MinutesPerDay));

    /// <summary>Raises finished sums to <see cref="Power"/>.</summary>
    internal void Raise(Span<float> weights)
    {
        if (Power == 1) return;

        foreach (ref var weight in weights) weight = (float)Math.Pow(weight, Power);
    }

    /// <summary>Throws where the baskets lack the column that <see cref="Base"/> reads: what is learned from must have it.</summary>
    public void MustSuit(ShopBaskets baskets)
    {
        if (Base is WeightBase.Quantity or WeightBase.Spend && Column(baskets).Length != baskets.Items.Length)
            throw new UserErrorException($"The weight '{Base.ToString().ToLowerInvariant()}' needs the {(Base == WeightBase.Quantity ? "quantities" : "amounts")} of the lines, which this data set does not have. Use weight=count or weight=binary.");
    }

    /// <summary>
    /// What each line counts before its age is looked at; empty when one. It is one, too, where the column is missing: a stranger's basket
    /// may come without quantities or amounts and is then counted.
    /// </summary>
    internal ReadOnlySpan<float> LineValues(ShopBaskets baskets)
    {
        var values = Column(baskets);
        return values.Length == baskets.Items.Length ? values.Span : default;
    }

    ReadOnlyMemory<float> Column(ShopBaskets baskets) => Base switch
    {
        WeightBase.Quantity => baskets.Quantities,
        WeightBase.Spend => baskets.Amounts,
        _ => default,
    };
}
