using Recommender.Core;
using Recommender.Core.Models;
using Recommender.Engine.Pool;
using Xunit;

namespace Recommender.Tests.Engine.Pool;

public sealed class ModelPoolTests : PoolFixture
{
    [Theory]
    [InlineData("beauty", 2)]
    [InlineData("beauty@production", 2)]
    [InlineData("beauty@candidate", 3)]
    [InlineData("beauty@1", 1)]
    [InlineData(null, 2)]
    public void A_reference_names_the_version_that_answers(string? reference, int version)
    {
        Beauty.Publish();
        Beauty.Publish();
        Beauty.Publish(alias: "candidate");

        Assert.Equal(version, Version(reference));
    }

    [Fact]
    public async Task What_is_promoted_goes_live_within_a_second_and_a_question_ends_on_what_it_began_with()
    {
        Beauty.Publish("a");
        var former = Pool.TakeModel(Tenant, "beauty");
        Beauty.Publish("b");
        await Soon(() => Version() == 2);

        Assert.Equal(1, former.Version.Version);
        Assert.Equal("a-07", former.Version.Items[7]);
        Assert.Equal(SmallVersions.ScoreOf("a", 39), former.Version.Trained.Model.Recommend(new(-1, Recommender.Core.Datasets.History.Empty, 0, default), 1)[0].Score);
        Assert.True(former.Version.TryHold());
        former.Version.LetGo();

        former.Dispose();
        Assert.False(former.Version.TryHold());
    }

    [Fact]
    public void A_matrix_is_taken_as_a_matrix_and_a_model_as_a_model()
    {
        Beauty.Publish();
        Store(Tenant).Model("pairs").PublishMatrix();

        using (var matrix = Pool.TakeMatrix(Tenant)) Assert.Equal("pairs", matrix.Version.Model);
        using (var matrix = Pool.TakeMatrix(Tenant, "pairs")) Assert.True(matrix.Version.Matrix.ItemCount > 0);
        using (var model = Pool.TakeModel(Tenant)) Assert.Equal("beauty", model.Version.Model);
        Assert.Contains("'pairs' is a cross-sell matrix, which does not score customers. There is: beauty.", Sentence("pairs"));
        Assert.Contains("'beauty' scores customers and is no cross-sell matrix. There is: pairs.", Assert.Throws<NoModelException>(() => Pool.TakeMatrix(Tenant, "beauty")).Message);
    }

    [Fact]
    public void The_shops_own_choice_is_what_is_live_longest_whatever_is_published_later()
    {
        Store(Tenant).Model("departments").Publish(level: "category");
        Store(Tenant).Model("old").Publish(alias: null);
        Store(Tenant).Model("zebra").Publish();
        Beauty.Publish();
        Beauty.Publish();
        Store(Tenant).Model("old").Promote(1);

        using var lease = Pool.TakeModel(Tenant);

        Assert.Equal("zebra", lease.Version.Model);
        Assert.Equal(["zebra"], Pool.Status().Select(status => status.Model));
    }

    [Fact]
    public async Task Who_asks_for_what_is_not_there_learns_what_is_there_and_how_to_make_it()
    {
        Assert.Contains("There is none in the store; make one by a pipeline: recommender run", Sentence(null));
        Beauty.Publish(alias: "candidate");
        await Pool.LookAsync(Token);

        Assert.Contains("No model that scores customers is live in this shop. There is: beauty. Make a version live: recommender models promote beauty@<version>.", Sentence(null));
        Assert.Contains("No version of 'beauty' is live; it has the versions 1.", Sentence("beauty"));
        Assert.Contains("'beauty' has no 'next': it has the versions 1, and the aliases candidate.", Sentence("beauty@next"));
        Assert.Contains("'beauty' has no '7'", Sentence("beauty@7"));
        Assert.Contains("'beauty' has no '01'", Sentence("beauty@01"));
        Assert.Contains("Did you mean 'beauty'?", Sentence("beautty"));
        Assert.Contains("names no version", Sentence("beauty@"));
        Assert.Contains("is not allowed", Sentence("../secrets"));
        Assert.Empty(Pool.Status());
    }

    [Fact]
    public async Task What_was_not_there_is_found_once_it_is()
    {
        Sentence();
        Sentence(null);
        Beauty.Publish();

        await Soon(() => Answers("beauty"));
        await Soon(() => Answers(null));
    }

    [Fact]
    public void Two_aliases_of_one_version_share_it()
    {
        var version = Beauty.Publish();
        Beauty.Promote(version, "candidate");

        using var one = Pool.TakeModel(Tenant, "beauty");
        using var other = Pool.TakeModel(Tenant, "beauty@candidate");

        Assert.Same(one.Version, other.Version);
    }

    [Fact]
    public void What_answers_need_is_made_before_a_version_goes_live_and_disposed_with_it()
    {
        Beauty.Publish();
        var made = new List<string>();
        Open(new() { WarmUp = version => new Attached(() => made.Add($"disposed {version.Version}")) });

        using (var lease = Pool.TakeModel(Tenant, "beauty")) Assert.IsType<Attached>(lease.Version.Attachment);
        Pool.Forget(Tenant);

        Assert.Equal(["disposed 1"], made);
    }

    [Fact]
    public void Taking_allocates_nothing()
    {
        Beauty.Publish();
        Version();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < 1000; time++) Version();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData("Poll")]
    [InlineData("Loading")]
    [InlineData("MemoryCap")]
    public void An_option_out_of_its_range_is_refused_by_name(string option)
    {
        var wrong = option switch
        {
            "Poll" => new PoolOptions { Poll = TimeSpan.Zero },
            "Loading" => new() { Loading = 0 },
            _ => new() { MemoryCap = 0 },
        };

        Assert.Contains($"The pool's {option} is", Assert.Throws<UserErrorException>(() => Open(wrong)).Message);
    }

    bool Answers(string? reference)
    {
        try
        {
            return Version(reference) == 1;
        }
        catch (NoModelException)
        {
            return false;
        }
    }

    sealed class Attached(Action disposed) : IDisposable
    {
        public void Dispose() => disposed();
    }
}
