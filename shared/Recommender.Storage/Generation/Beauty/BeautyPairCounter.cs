using System.Globalization;
using System.Numerics;

namespace Recommender.Storage.Generation.Beauty;

/// <summary>Counts the baskets with A, with B and with both, for every planted pair and for the two families of each strength.</summary>
sealed class BeautyPairCounter
{
    const int SideB = 32;   // bit i is A of pair i, bit 32 + i its B

    readonly BeautyPairs _pairs;
    readonly Dictionary<CatalogueItem, ulong> _itemBits = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<string, ulong> _familyBits = [];

    public BeautyPairCounter(BeautyPairs pairs)
    {
        _pairs = pairs;
        for (var i = 0; i < pairs.All.Count; i++)
        {
            _itemBits[pairs.All[i].A] = 1UL << i;
            _itemBits[pairs.All[i].B] = 1UL << (SideB + i);
        }
        for (var k = 0; k < BeautyPairs.Kinds.Length; k++)
        {
            _familyBits[BeautyPairs.Kinds[k].FamilyA] = 1UL << (pairs.All.Count + k);
            _familyBits[BeautyPairs.Kinds[k].FamilyB] = 1UL << (SideB + pairs.All.Count + k);
        }
    }

    public void Count(Basket basket, long[] counts)
    {
        var bits = 0UL;
        for (var line = 0; line < basket.Count; line++)
        {
            if (!_familyBits.TryGetValue(basket[line].Item.Family, out var family)) continue;

            bits |= family | _itemBits.GetValueOrDefault(basket[line].Item);
        }

        var (a, b) = ((uint)bits, (uint)(bits >> SideB));
        for (var rest = a | b; rest != 0; rest &= rest - 1)
        {
            var pair = BitOperations.TrailingZeroCount(rest);
            var (hasA, hasB) = ((a >> pair) & 1, (b >> pair) & 1);
            counts[3 * pair] += hasA;
            counts[3 * pair + 1] += hasB;
            counts[3 * pair + 2] += hasA & hasB;
        }
    }

    /// <summary>truth-pairs.csv; the expected lift of two families follows from no simple rule, so that cell is empty.</summary>
    public void Write(ShopCounts counts, CsvBuffer to)
    {
        to.Line("level", "strength", "a", "b", "expected_lift", "baskets", "count_a", "count_b", "count_ab", "lift");
        for (var i = 0; i < _pairs.All.Count; i++)
        {
            var pair = _pairs.All[i];
            WriteLine(["item", pair.Strength, pair.A.Id, pair.B.Id, Text(_pairs.LiftOf(pair))], i, counts, to);
        }
        for (var k = 0; k < BeautyPairs.Kinds.Length; k++)
        {
            var kind = BeautyPairs.Kinds[k];
            WriteLine(["family", kind.Strength, kind.FamilyA, kind.FamilyB, ""], _pairs.All.Count + k, counts, to);
        }
    }

    static void WriteLine(string[] cells, int slot, ShopCounts counts, CsvBuffer to)
    {
        var (a, b, both) = (counts.Pairs[3 * slot], counts.Pairs[3 * slot + 1], counts.Pairs[3 * slot + 2]);
        var lift = a * b == 0 ? 0 : (double)both * counts.Orders / ((double)a * b);
        to.Line([.. cells, Text(counts.Orders), Text(a), Text(b), Text(both), Text(Math.Round(lift, 6))]);
    }

    static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
