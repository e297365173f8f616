using Recommender.Core.Models.Blending;
using Xunit;

namespace Recommender.Tests.Core.Models.Blending;

public sealed class StandardScoresTests
{
    [Fact]
    public void The_mean_becomes_zero_and_the_deviation_one()
    {
        float[] scores = [1, 3, 5, 7];

        StandardScores.Apply([], scores);

        var unit = 3 / MathF.Sqrt(5);   // mean 4, deviation sqrt(5)
        Assert.Equal([-unit, -unit / 3, unit / 3, unit], scores, (a, b) => Math.Abs(a - b) < 1e-6f);
    }

    [Fact]
    public void What_is_left_out_counts_for_neither()
    {
        float[] scores = [1, 3, 5, 7, 1000];

        StandardScores.Apply([4, 4], scores);

        Assert.Equal(3 / MathF.Sqrt(5), scores[3], 1e-6f);
        Assert.Equal(996 / MathF.Sqrt(5), scores[4], 1e-3f);
    }

    [Fact]
    public void A_model_with_nothing_to_say_of_an_item_gives_it_its_lowest_score()
    {
        float[] scores = [float.NegativeInfinity, 3, 5];

        StandardScores.Apply([], scores);

        Assert.Equal([-1f, -1f, 1f], scores);
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(7.3f)]
    [InlineData(-1e30f)]
    [InlineData(float.NegativeInfinity)]
    public void A_row_that_tells_nothing_apart_is_silent(float score)
    {
        var scores = Enumerable.Repeat(score, 50).ToArray();

        StandardScores.Apply([3], scores);

        Assert.All(scores, value => Assert.Equal(0f, value));
    }

    [Fact]
    public void The_logarithm_of_a_count_is_read_where_asked_for()
    {
        float[] scores = [0, MathF.E - 1];

        new Voice(0, ScoreScale.Logarithm).Read([], scores);

        Assert.Equal([-1f, 1f], scores, (a, b) => Math.Abs(a - b) < 1e-6f);
    }
}
