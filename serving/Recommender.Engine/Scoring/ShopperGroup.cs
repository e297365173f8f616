using Recommender.Core.Models;

namespace Recommender.Engine.Scoring;

/// <summary>Some of many shoppers, from a place on, with the condition that is asked with a shopper's place among all.</summary>
readonly ref struct ShopperGroup(ReadOnlySpan<Shopper> shoppers, int first, Func<int, int, bool>? allows)
{
    readonly ReadOnlySpan<Shopper> _shoppers = shoppers;

    public ReadOnlySpan<Shopper> Shoppers => _shoppers;

    /// <summary>The condition of one of them.</summary>
    public Func<int, bool>? Condition(int place)
    {
        if (allows is not { } asked) return null;

        var shopper = first + place;
        return item => asked(shopper, item);
    }
}
