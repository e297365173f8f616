using Recommender.Core.Store;
using Xunit;

namespace Recommender.Tests.Core.Store;

public sealed class RollbackTests : StoreFixture
{
    [Fact]
    public void Twice_back_and_forward_again()
    {
        Publish(4);
        Promote(1, 2, 3);

        Assert.Equal(2, Rollback());
        Assert.Equal(1, Rollback());
        Assert.Equal([1], Model.Trail(StoredModel.Production));

        Promote(4);
        Assert.Equal([1, 4], Model.Trail(StoredModel.Production));
        Assert.Equal(1, Rollback());
        Assert.Equal(1, Live);
        Assert.Contains("stands at version 1, and nothing before it is left to go back to. 'beauty' has the versions: 1, 2, 3, 4.", MessageOf(() => Rollback()));
        Assert.Equal(1, Live);
    }

    [Fact]
    public void Going_to_and_fro_goes_back_the_same_way()
    {
        Publish(2);
        Promote(1, 2, 1);

        Assert.Equal(2, Rollback());
        Assert.Equal(1, Rollback());
    }

    [Fact]
    public void The_same_version_promoted_twice_is_one_step()
    {
        Publish(2);
        Promote(1, 2, 2);

        Assert.Equal(1, Rollback());
    }

    [Fact]
    public void A_predecessor_that_is_gone_is_passed_over()
    {
        Publish(3);
        Promote(1, 2, 3);
        Directory.Delete(FileOf("0002"), recursive: true);

        Assert.Equal(1, Rollback());
    }

    [Fact]
    public void A_predecessor_that_is_damaged_is_named_and_the_alias_stays()
    {
        Publish(2);
        Promote(1, 2);
        File.AppendAllText(FileOf("0001/model.safetensors"), "x");

        Assert.Contains("0001/model.safetensors has", MessageOf(() => Rollback()).Replace('\\', '/'));
        Assert.Equal(2, Live);
    }

    [Fact]
    public void Each_alias_has_a_trail_of_its_own()
    {
        Publish(3);
        Promote(1, 2);
        Model.Promote(3, "candidate", Note(), Token);
        Model.Promote(2, "candidate", Note(), Token);

        Assert.Equal(3, Model.Rollback("candidate", Note(), Token));
        Assert.Equal(2, Live);
        Assert.Contains("Did you mean 'candidate'?", MessageOf(() => Model.Rollback("candidte", Note(), Token)));
    }
}
