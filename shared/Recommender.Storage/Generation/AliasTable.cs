using Recommender.Core.Numerics;

namespace Recommender.Storage.Generation;

/// <summary>Draws an index in proportion to its weight in constant time (Walker's alias method).</summary>
sealed class AliasTable
{
    readonly double[] _keep;
    readonly int[] _alias;

    public AliasTable(ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights) total += weight;

        _keep = new double[weights.Length];
        _alias = new int[weights.Length];
        var (small, large) = (new Stack<int>(), new Stack<int>());
        for (var i = 0; i < weights.Length; i++)
        {
            _keep[i] = weights[i] * weights.Length / total;
            _alias[i] = i;
            (_keep[i] < 1 ? small : large).Push(i);
        }

        while (small.Count > 0 && large.Count > 0)
        {
            var (poor, rich) = (small.Pop(), large.Pop());
            _alias[poor] = rich;
            _keep[rich] -= 1 - _keep[poor];
            (_keep[rich] < 1 ? small : large).Push(rich);
        }
    }

    public int Pick(RandomStream random)
    {
        var index = random.Below(_keep.Length);
        return random.NextDouble() < _keep[index] ? index : _alias[index];
    }
}
