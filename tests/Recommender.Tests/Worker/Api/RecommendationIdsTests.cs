using System.Text;
using Recommender.Worker.Api;
using Xunit;

namespace Recommender.Tests.Worker.Api;

public sealed class RecommendationIdsTests
{
    static readonly SettableClock Clock = new(new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Ids_sort_as_they_were_given_even_when_the_clock_is_put_back()
    {
        var (ids, given) = (new RecommendationIds(Clock), new List<string>());
        foreach (var step in new[] { 0, 0, 1, 0, -5000, 0, 70_000, 0 })
        {
            Clock.Advance(TimeSpan.FromMilliseconds(step));
            given.Add(Next(ids));
        }

        Assert.Equal(given.Order(StringComparer.Ordinal), given);
        Assert.Equal(given.Count, given.Distinct().Count());
    }

    [Fact]
    public void Threads_and_workers_never_get_the_same_id()
    {
        RecommendationIds[] workers = [new(Clock), new(Clock)];
        var given = new string[40_000];

        Parallel.For(0, given.Length, at => given[at] = Next(workers[at % 2]));

        Assert.Equal(given.Length, given.Distinct().Count());
        Assert.All(given, id => Assert.Matches("^[0-9a-hjkmnp-tv-z]{20}$", id));
    }

    static string Next(RecommendationIds ids)
    {
        Span<byte> id = stackalloc byte[RecommendationIds.Length];
        ids.Next(id);
        return Encoding.ASCII.GetString(id);
    }
}
