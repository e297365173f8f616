using Recommender.Core.Numerics;
using Xunit;

namespace Recommender.Tests.Core.Numerics;

public sealed class TallyTests
{
    [Fact]
    public void Every_number_of_every_row_is_counted_once_whatever_the_length()
    {
        for (var seed = 0UL; seed < 500; seed++)
        {
            var random = new RandomStream(seed);
            int[] numbers = [.. Enumerable.Range(0, random.Between(0, 60)).Select(_ => random.Below(7))];
            int[] starts = [.. Enumerable.Range(0, 20).Select(_ => random.Between(0, numbers.Length))];
            int[] rows = [.. Enumerable.Range(0, random.Between(0, 30)).Select(_ => random.Below(20))];
            int[] ends = [.. rows.Select(row => random.Between(starts[row], numbers.Length))];
            var (counts, expected) = (new int[7], new int[7]);
            for (var at = 0; at < rows.Length; at++)
            {
                foreach (var number in numbers[starts[rows[at]]..ends[at]]) expected[number]++;
            }

            Tally.Add(numbers, starts, new(rows, ends), counts);

            Assert.Equal(expected, counts);
        }
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(0, 4)]
    [InlineData(-1, 2)]
    public void A_row_outside_the_list_is_refused(int begin, int end) =>
        Assert.Throws<ArgumentException>(() => Tally.Add([0, 0, 0], [begin], new([0], [end]), new int[1]));
}
