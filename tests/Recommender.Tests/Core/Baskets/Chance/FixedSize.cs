using System.Numerics;

namespace Recommender.Tests.Core.Baskets.Chance;

/// <summary>Baskets of one fixed size in which every item has its share and all else is random: all subsets, weighted by products, counted one by one.</summary>
sealed class FixedSize
{
    readonly double[] _weights;   // of each set of items that fills a basket, to a sum of 1

    public FixedSize(double[] shares, int size)
    {
        var odds = shares.Select(share => share / (1 - share)).ToArray();
        _weights = new double[1 << shares.Length];
        double worst;
        do
        {
            Weigh(odds, size);
            worst = 0;
            for (var item = 0; item < shares.Length; item++)
            {
                var share = Holding(1 << item);
                worst = Math.Max(worst, Math.Abs(share - shares[item]));
                odds[item] *= shares[item] * (1 - share) / (share * (1 - shares[item]));
            }
        }
        while (worst > 1e-9);
    }

    /// <summary>The chance that a basket holds all items of a set.</summary>
    public double Holding(int items)
    {
        var sum = 0.0;
        for (var basket = 0; basket < _weights.Length; basket++)
        {
            if ((basket & items) == items) sum += _weights[basket];
        }
        return sum;
    }

    void Weigh(double[] odds, int size)
    {
        var total = 0.0;
        for (var basket = 0; basket < _weights.Length; basket++)
        {
            if (BitOperations.PopCount((uint)basket) != size) continue;

            _weights[basket] = 1;
            for (var item = 0; item < odds.Length; item++)
            {
                if ((basket >> item & 1) == 1) _weights[basket] *= odds[item];
            }
            total += _weights[basket];
        }
        for (var basket = 0; basket < _weights.Length; basket++) _weights[basket] /= total;
    }
}
