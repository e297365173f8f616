using Recommender.Core.Store;
using Xunit;

namespace Recommender.Tests.Core.Store;

public sealed class ModelStoreTests : StoreFixture
{
    [Fact]
    public void A_store_that_is_not_there_has_no_models_and_says_how_to_make_one()
    {
        Assert.Empty(Store.Models);
        Assert.Contains("none yet", MessageOf(() => Store.Existing("beauty")));
    }

    [Fact]
    public void Models_come_by_name_and_what_is_none_is_passed_over()
    {
        Publish(Store.Model("shop"));
        Publish(Store.Model("beauty"));
        Directory.CreateDirectory(PathOf("models/empty"));
        Directory.CreateDirectory(PathOf("models/Not A Name"));
        File.WriteAllText(PathOf("models/README.md"), "models");

        Assert.Equal(["beauty", "shop"], Store.Models.Select(model => model.Name));
        Assert.Contains("Did you mean 'beauty'?", MessageOf(() => Store.Existing("beatuy")));
    }

    [Fact]
    public void A_damaged_history_of_one_does_not_hide_the_others()
    {
        Publish();
        Publish(Store.Model("shop"));
        File.WriteAllText(FileOf("history.jsonl"), "nonsense\n");

        Assert.Equal(2, Store.Models.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../up")]
    [InlineData("a/b")]
    [InlineData("Beauty")]
    [InlineData("-x")]
    [InlineData("a\n")]
    [InlineData("beauty@7")]
    public void A_name_that_could_lead_elsewhere_is_refused(string name) =>
        Assert.Contains("is not allowed", MessageOf(() => Store.Model(name)));

    [Fact]
    public void A_reference_names_a_model_and_perhaps_an_alias_or_number()
    {
        Publish(2);
        Promote(1);
        Model.Promote(2, "candidate", Note(), Token);

        Assert.Equal([1, 2, 2], ((string[])["beauty", "beauty@candidate", "beauty@2"]).Select(text => ModelReference.Parse(text).Find(Store).Manifest.Version));
        foreach (var text in (string[])["", "@", "beauty@", "@7", "a@b@c"]) Assert.Contains("names no version", MessageOf(() => ModelReference.Parse(text)));
    }
}
