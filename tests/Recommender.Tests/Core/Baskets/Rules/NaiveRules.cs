using System.Numerics;
using Recommender.Core.Baskets;
using Recommender.Core.Baskets.Rules;

namespace Recommender.Tests.Core.Baskets.Rules;

/// <summary>All rules of a few items by looking at every pair of sets: the definition that the miner must match.</summary>
static class NaiveRules
{
    /// <summary>The rules at or above both floors, in any order.</summary>
    public static IEnumerable<(int Left, int Right, RuleCounts Counts)> Of(BasketSet baskets, RuleOptions options)
    {
        var masks = Enumerable.Range(0, baskets.Count).Select(basket => baskets.Lines.RowIndices(basket).ToArray().Sum(item => 1 << item)).ToArray();
        var counts = Enumerable.Range(0, 1 << baskets.ItemCount).Select(set => masks.Count(mask => (mask & set) == set)).ToArray();
        for (var both = 1; both < counts.Length; both++)
        {
            if (counts[both] < options.MinCount || BitOperations.PopCount((uint)both) > options.MaxLength) continue;

            for (var right = both; right > 0; right = (right - 1) & both)
            {
                var left = both & ~right;
                if (left == 0 || BitOperations.PopCount((uint)right) > options.MaxConsequent || (double)counts[both] / counts[left] < options.MinConfidence) continue;
                if (options.Improvement is { } improvement && IsRedundant(left, right, improvement)) continue;
                yield return (left, right, new(baskets.Count, counts[left], counts[right], counts[both]));
            }
        }

        bool IsRedundant(int left, int right, double improvement)
        {
            for (var fewer = (left - 1) & left; fewer > 0; fewer = (fewer - 1) & left)
            {
                if ((double)counts[fewer | right] / counts[fewer] + improvement >= (double)counts[left | right] / counts[left]) return true;
            }
            return false;
        }
    }

    public static int Mask(IEnumerable<int> items) => items.Sum(item => 1 << item);
}
