using Recommender.Worker.Telemetry.Prometheus;
using Xunit;

namespace Recommender.Tests.Worker.Telemetry.Prometheus;

public sealed class SeriesTableTests
{
    readonly SeriesTable _table = new((labels, tenant) => new LastSeries(labels, tenant));

    [Fact]
    public void The_same_tags_in_another_order_are_the_same_series() =>
        Assert.Same(_table.Of([new("a", "1"), new("b", 2)]), _table.Of([new("b", 2), new("a", "1")]));

    [Fact]
    public void Other_values_or_names_are_another_series()
    {
        Assert.NotSame(_table.Of([new("a", "1")]), _table.Of([new("a", "2")]));
        Assert.NotSame(_table.Of([new("a", "1")]), _table.Of([new("b", "1")]));
        Assert.NotSame(_table.Of([new("a", "1")]), _table.Of([new("a", "1"), new("b", "1")]));
        Assert.NotSame(_table.Of([]), _table.Of([new("a", "1")]));
    }

    [Fact]
    public void What_comes_after_the_most_is_counted_together_and_what_was_there_goes_on()
    {
        var first = _table.Of([new("a", 0)]);
        for (var at = 1; at < SeriesTable.Most; at++) _table.Of([new("a", at)]);

        var beyond = _table.Of([new("a", "one more")]);

        Assert.Equal(SeriesTable.Overflow, beyond.Labels);
        Assert.Same(beyond, _table.Of([new("a", "and another")]));
        Assert.Same(first, _table.Of([new("a", 0)]));
        Assert.Equal(SeriesTable.Most + 1, _table.All.Count());
    }

    [Fact]
    public void What_was_dropped_makes_room()
    {
        for (var at = 0; at < SeriesTable.Most; at++) _table.Of([new("a", at)]).IsPresent = false;

        _table.DropAbsent();

        Assert.Empty(_table.All);
        Assert.Equal("a=\"new\"", _table.Of([new("a", "new")]).Labels);
    }

    [Fact]
    public void Finding_a_series_allocates_nothing()
    {
        Find(1000);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Find(1000);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    void Find(int times)
    {
        for (var at = 0; at < times; at++) _table.Of([new("tenant", "default"), new("endpoint", "user-items")]).Record(at);
    }
}
