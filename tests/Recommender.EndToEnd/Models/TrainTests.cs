using Recommender.EndToEnd.Data;
using Xunit;

namespace Recommender.EndToEnd.Models;

/// <summary>Models as folders: written whole, read back, refused when damaged or asked what they have seen.</summary>
public sealed class TrainTests(TrainedShop shop) : IClassFixture<TrainedShop>
{
    [Fact]
    public async Task A_model_s_folder_evaluates_as_its_trainer_does()
    {
        using var place = new TemporaryHome();
        var folder = place.Path("als");
        (await shop.RunAsync("train", "--dataset", "shop", "--trainer", "implicit-als(factors=16,epochs=4)", "--split", "temporal", "--out", folder, "--json")).Ends(0);

        var json = (await shop.RunAsync("evaluate", "--dataset", "shop", "--split", "temporal", "--trainers", "implicit-als(factors=16,epochs=4)", "--model", folder, "--json")).Ends(0).Json;

        Assert.Equal(json.GetProperty("trainers")[0].GetProperty("metrics").GetRawText(), json.GetProperty("trainers")[1].GetProperty("metrics").GetRawText());
    }

    [Fact]
    public async Task A_model_that_may_have_seen_the_answers_is_refused()
    {
        using var place = new TemporaryHome();
        var folder = place.Path("ease");
        (await shop.RunAsync("train", "--dataset", "shop", "--trainer", "ease", "--out", folder)).Ends(0);

        var outcome = (await shop.RunAsync("evaluate", "--dataset", "shop", "--model", folder)).Ends(3);

        Assert.Contains("may have seen", outcome.Error);
        Assert.Contains("--split temporal", outcome.Error);
    }

    [Fact]
    public async Task No_customer_s_id_stands_in_a_model()
    {
        using var place = new TemporaryHome();
        var folder = place.Path("frequency");
        (await shop.RunAsync("train", "--dataset", "shop", "--trainer", "frequency", "--out", folder)).Ends(0);

        foreach (var file in Directory.GetFiles(folder)) Assert.DoesNotContain("K1000001", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_changed_byte_anywhere_is_found_before_the_model_is_used()
    {
        using var place = new TemporaryHome();
        var folder = place.Path("ease");
        (await shop.RunAsync("train", "--dataset", "shop", "--trainer", "ease", "--split", "temporal", "--out", folder)).Ends(0);
        foreach (var file in Directory.GetFiles(folder, "*.safetensors"))
        {
            var whole = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            var changed = whole.ToArray();
            changed[whole.Length / 2] ^= 1;
            await File.WriteAllBytesAsync(file, changed, TestContext.Current.CancellationToken);

            Assert.Contains(Path.GetFileName(file), (await shop.RunAsync("evaluate", "--dataset", "shop", "--split", "temporal", "--model", folder)).Ends(1).Error);

            await File.WriteAllBytesAsync(file, whole, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_folder_that_holds_something_is_never_written_over()
    {
        using var place = new TemporaryHome();
        place.Write("mine/diary.txt", "mine");

        var outcome = (await shop.RunAsync("train", "--dataset", "shop", "--trainer", "ease", "--out", place.Path("mine"))).Ends(1);

        Assert.Contains("not empty", outcome.Error);
        Assert.Equal("mine", await File.ReadAllTextAsync(place.Path("mine/diary.txt"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_warm_start_from_a_former_model_works_and_one_of_another_trainer_is_refused()
    {
        using var place = new TemporaryHome();
        (await shop.RunAsync("train", "--dataset", "shop", "--trainer", "implicit-als(factors=8,epochs=2)", "--out", place.Path("first"))).Ends(0);
        (await shop.RunAsync("train", "--dataset", "shop", "--trainer", "implicit-als(factors=8,epochs=1)", "--warm-start", place.Path("first"), "--out", place.Path("second"))).Ends(0);

        var outcome = (await shop.RunAsync("train", "--dataset", "shop", "--trainer", "ease", "--warm-start", place.Path("first"), "--out", place.Path("third"))).Ends(1);

        Assert.Contains("implicit-als", outcome.Error);
        Assert.False(Directory.Exists(place.Path("third")));
    }

    [Fact]
    public async Task An_interrupted_training_leaves_nothing()
    {
        using var place = new TemporaryHome();
        using var train = shop.Console.Start(shop.Home, "train", "--dataset", "shop", "--trainer", "implicit-als(factors=256,epochs=1000)", "--out", place.Path("als"), "--json");
        await train.ErrorAsync("training implicit-als");
        train.Signal("INT");

        (await train.EndAsync()).Ends(130);

        Assert.Empty(FolderContent.Names(place.Folder));
    }

    [Fact]
    public async Task Trainers_lists_every_trainer_and_the_options_of_one()
    {
        var all = (await shop.RunAsync("trainers", "--json")).Ends(0).Json;
        var one = (await shop.RunAsync("trainers", "ease")).Ends(0);

        Assert.Contains("blend", all.EnumerateArray().Select(trainer => trainer.GetProperty("trainer").GetString()));
        Assert.All(all.EnumerateArray(), trainer => Assert.All(trainer.GetProperty("options").EnumerateArray(), option => Assert.False(string.IsNullOrEmpty(option.GetProperty("description").GetString()))));
        Assert.Contains("lambda", one.Output);
    }
}
