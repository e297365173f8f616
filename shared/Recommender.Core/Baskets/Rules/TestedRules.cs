using Recommender.Core.Baskets.Chance;

namespace Recommender.Core.Baskets.Rules;

/// <summary>The tests of all rules above the floors, in the order in which the itemsets give them, chunk by chunk.</summary>
sealed class TestedRules(int chunks)
{
    /// <summary>What a rule takes, its place in the order of all p included.</summary>
    public const int BytesEach = 40;

    readonly TestedRule[][] _chunks = [.. Enumerable.Repeat<TestedRule[]>([], chunks)];
    double[] _sorted = [];
    double[] _q = [];

    /// <summary>Takes the tests of a chunk.</summary>
    public void Set(int chunk, TestedRule[] tests) => _chunks[chunk] = tests;

    /// <summary>Computes all q, once every chunk is there.</summary>
    public void Rank()
    {
        _sorted = [.. _chunks.SelectMany(chunk => chunk).Select(test => test.Scaled)];
        Array.Sort(_sorted);
        _q = BenjaminiHochberg.OfFamilies(_sorted);
    }

    /// <summary>A rule's figures with those of its test.</summary>
    public RuleFigures Complete(int chunk, int rule, RuleFigures figures)
    {
        var test = _chunks[chunk][rule];
        return figures with { Expected = test.Expected, P = test.P, Q = _q[Array.BinarySearch(_sorted, test.Scaled)] };
    }
}
