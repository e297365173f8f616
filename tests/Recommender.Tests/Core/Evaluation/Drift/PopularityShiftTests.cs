using Recommender.Core.Evaluation.Drift;
using Recommender.Core.Evaluation.Intervals;
using Recommender.Core.Numerics;
using Xunit;

namespace Recommender.Tests.Core.Evaluation.Drift;

public sealed class PopularityShiftTests
{
    [Fact]
    public void Chance_alone_and_loyal_customers_are_seldom_taken_for_a_shift()
    {
        var alarms = Enumerable.Range(0, 200).Count(seed => Measure(Shop(seed, moved: 0)).P <= 0.01);

        Assert.InRange(alarms, 0, 9);   // under 5 %
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    public void The_share_that_moved_to_other_items_is_found(double moved)
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var shift = Measure(Shop(seed, moved, persons: 600));

            Assert.InRange(shift.P, 0, 0.01);
            Assert.InRange(shift.Excess, moved * 0.5, moved * 1.1);   // what moved, less what hides in the noise of small items
        }
    }

    [Fact]
    public void Disjoint_periods_are_all_shift_and_an_empty_one_is_none()
    {
        PeriodLine[] disjoint = [.. Enumerable.Range(0, 400).Select(person => new PeriodLine(person, person % 2, person % 2 == 1))];

        var shift = Measure(disjoint);

        Assert.Equal((1.0, 200, 200), (shift.Distance, shift.Before, shift.After));
        Assert.Equal(0, Measure([.. disjoint.Where(line => line.IsAfter)]).Distance);
        Assert.Equal(0, Measure([]).Excess);
    }

    [Fact]
    public void The_distance_is_half_the_sum_of_differences()
    {
        // before: 3 of a, 1 of b; after: 1 of a, 1 of b, 2 of c
        PeriodLine[] lines = [new(0, 0, false), new(1, 0, false), new(2, 0, false), new(3, 1, false), new(0, 0, true), new(1, 1, true), new(2, 2, true), new(3, 2, true)];

        Assert.Equal((0.5 + 0 + 0.5) / 2, Measure(lines).Distance, 1e-12);
    }

    [Fact]
    public void Threads_do_not_matter() =>
        Assert.Equal(Measure(Shop(1, 0.1), threads: 1), Measure(Shop(1, 0.1), threads: 4));

    // Each person has two items of their own that they buy again and again; a share of later lines is of ten items nobody bought before.
    static PeriodLine[] Shop(int seed, double moved, int persons = 60)
    {
        var random = new RandomStream((ulong)seed, 99);
        return [.. from person in Enumerable.Range(0, persons)
                   let first = random.Below(30)
                   let second = random.Below(30)
                   from isAfter in new[] { false, true }
                   from line in Enumerable.Range(0, random.Between(1, 8))
                   select new PeriodLine(person, isAfter && random.Chance(moved) ? 30 + random.Below(10) : random.Chance(0.5) ? first : second, isAfter)];
    }

    static Shift Measure(IReadOnlyList<PeriodLine> lines, int threads = 2) =>
        PopularityShift.Measure(lines, new BootstrapOptions { Threads = threads }, TestContext.Current.CancellationToken);
}
