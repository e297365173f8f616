using Recommender.Core.Numerics;
using Xunit;

namespace Recommender.Tests.Core.Numerics;

public sealed class SieveTests
{
    [Fact]
    public void Every_count_that_reaches_the_floor_is_picked_with_its_place_whatever_the_length()
    {
        for (var length = 0; length < 100; length++)
        {
            var random = new RandomStream((ulong)length);
            for (var floor = 0; floor < 6; floor++)
            {
                int[] counts = [.. Enumerable.Range(0, length).Select(_ => random.Below(6))];
                int[] expected = [.. Enumerable.Range(0, length).Where(place => counts[place] >= floor)];
                var (places, found) = (new int[length], new int[length]);

                var kept = Sieve.AtLeast(floor, counts, places, found);

                Assert.Equal(expected, places[..kept]);
                Assert.Equal(expected.Select(place => counts[place]), found[..kept]);
            }
        }
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(3, 2)]
    public void Too_little_room_is_refused(int places, int found) =>
        Assert.Throws<ArgumentException>(() => Sieve.AtLeast(1, new int[3], new int[places], new int[found]));
}
