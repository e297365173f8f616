using Recommender.Training.Experiments;
using Recommender.Training.Trainers.Blend;
using Xunit;

namespace Recommender.Tests.Training.Experiments;

public sealed class TrainerChoiceTests
{
    [Fact]
    public void Blends_that_name_no_members_blend_the_others_whose_text_is_made_once()
    {
        var trainers = TrainerChoice.Create("ease(lambda=100),blend(slices=1),frequency,blend(slices=2)");

        var members = trainers.OfType<BlendTrainer>().Select(blend => ((BlendOptions)blend.Options).Members).ToArray();
        Assert.Equal(["ease(lambda=100)+frequency", "ease(lambda=100)+frequency"], members);
        Assert.Same(members[0], members[1]);   // of many blends of many members each would take long to write
    }
}
