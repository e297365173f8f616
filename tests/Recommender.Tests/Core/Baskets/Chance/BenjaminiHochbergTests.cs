using Recommender.Core.Baskets.Chance;
using Xunit;

namespace Recommender.Tests.Core.Baskets.Chance;

public sealed class BenjaminiHochbergTests
{
    [Fact]
    public void The_q_are_those_computed_by_hand()
    {
        var q = BenjaminiHochberg.Q([0.005, 0.03, 0.031, 0.5], 10);

        Assert.Equal([0.05, 0.10333333333333333, 0.10333333333333333, 1], q, (a, b) => Math.Abs(a - b) < 1e-15);
    }

    [Fact]
    public void What_was_never_listed_counts_like_a_p_of_one()
    {
        double[] listed = [1e-6, 0.002, 0.01, 0.2];
        var all = listed.Concat(Enumerable.Repeat(1.0, 46)).ToArray();

        Assert.Equal(BenjaminiHochberg.Q(all, 50)[..4], BenjaminiHochberg.Q(listed, 50));
    }

    [Fact]
    public void A_hypothesis_listed_twice_among_twice_as_many_has_the_same_q()
    {
        double[] once = [0.001, 0.004, 0.02, 0.6];

        var twice = BenjaminiHochberg.Q([.. once.SelectMany(p => new[] { p, p })], 40);

        Assert.Equal(BenjaminiHochberg.Q(once, 20), twice.Where((_, at) => at % 2 == 1));
    }

    [Fact]
    public void Nothing_tested_has_no_q() => Assert.Empty(BenjaminiHochberg.Q([], 5));

    [Fact]
    public void More_tests_than_hypotheses_or_p_out_of_order_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => BenjaminiHochberg.Q([0.1, 0.2], 1));
        Assert.Throws<ArgumentException>(() => BenjaminiHochberg.Q([0.2, 0.1], 5));
    }
}
