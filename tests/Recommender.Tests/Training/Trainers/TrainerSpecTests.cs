using Recommender.Core;
using Recommender.Training.Trainers;
using Xunit;

namespace Recommender.Tests.Training.Trainers;

public sealed class TrainerSpecTests
{
    [Theory]
    [InlineData("ease", "ease")]
    [InlineData(" Ease ( lambda = 500 , half_life=90 ) ", "ease(lambda=500,half_life=90)")]
    [InlineData("blend(members=ease(lambda=1)+frequency)", "blend(members=ease(lambda=1)+frequency)")]
    [InlineData("ease()", "ease")]
    public void A_trainer_is_written_as_it_is_read(string text, string written) => Assert.Equal(written, TrainerSpec.Parse(text).ToString());

    [Fact]
    public void Commas_inside_of_brackets_part_options_and_outside_trainers() =>
        Assert.Equal(["ease(lambda=5,power=2)", "popularity"], TrainerSpec.ParseList("ease(lambda=5,power=2), popularity,").Select(spec => spec.ToString()));

    [Theory]
    [InlineData("")]
    [InlineData("ease(lambda=5")]
    [InlineData("ease)lambda(")]
    [InlineData("(lambda=5)")]
    [InlineData("ease(lambda)")]
    public void What_is_no_trainer_is_refused(string text) => Assert.Throws<UserErrorException>(() => TrainerSpec.ParseList(text));
}
