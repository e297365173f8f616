using System.Text.Json;
using Xunit;

namespace Recommender.EndToEnd.Models;

/// <summary>What <c>evaluate</c>, <c>compare</c> and <c>tune</c> promise to scripts and people.</summary>
public sealed class EvaluateTests(TrainedShop shop) : IClassFixture<TrainedShop>
{
    [Fact]
    public async Task The_document_has_the_shape_that_scripts_rely_on()
    {
        var json = (await shop.RunAsync("evaluate", "--dataset", "shop", "--trainers", "popularity,ease(lambda=300),frequency", "--at", "10,20", "--json")).Ends(0).Json;

        Assert.Equal("shop", json.GetProperty("dataset").GetString());
        Assert.Equal(64, json.GetProperty("snapshot").GetString()!.Length);
        Assert.Equal("temporal", json.GetProperty("split").GetString());
        Assert.Equal(17, json.GetProperty("seed").GetInt32());
        Assert.InRange(json.GetProperty("customers").GetProperty("new").GetInt32(), 1, json.GetProperty("customers").GetProperty("all").GetInt32());
        Assert.Equal(["popularity", "ease", "frequency"], json.GetProperty("trainers").EnumerateArray().Select(trainer => trainer.GetProperty("trainer").GetString()!));
        foreach (var trainer in json.GetProperty("trainers").EnumerateArray())
        {
            Assert.True(trainer.GetProperty("seconds").GetDouble() >= 0 && trainer.GetProperty("peak_mb").GetDouble() > 10);
            foreach (var view in new[] { "new", "all" })
            {
                foreach (var metric in new[] { "ndcg@10", "ndcg@20", "recall@20", "precision@10", "map@20", "mrr@10", "hit@20" }) AssertMeasured(trainer.GetProperty("metrics").GetProperty(view).GetProperty(metric));
            }
        }
        Assert.Equal(300, json.GetProperty("trainers")[1].GetProperty("options").GetProperty("lambda").GetDouble());
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_figures_on_one_thread_and_on_two()
    {
        string[] command = ["evaluate", "--dataset", "shop", "--trainers", "implicit-als(factors=16,epochs=3),one-class(factors=8,epochs=3),item-neighbours", "--json"];

        var one = (await shop.RunAsync([.. command, "--threads", "1"])).Ends(0).Json;
        var two = (await shop.RunAsync([.. command, "--threads", "2"])).Ends(0).Json;

        foreach (var (first, second) in one.GetProperty("trainers").EnumerateArray().Zip(two.GetProperty("trainers").EnumerateArray()))
            Assert.Equal(first.GetProperty("metrics").GetRawText(), second.GetProperty("metrics").GetRawText());
    }

    [Fact]
    public async Task Research_files_run_through_the_same_code()
    {
        using var place = new TemporaryHome();
        var train = place.Write("train.txt", string.Concat(Enumerable.Range(0, 40).Select(user => $"{user} {string.Join(' ', Enumerable.Range(0, 40).Where(item => item % 2 == user % 2 && item != user))}\n")));
        var test = place.Write("test.txt", string.Concat(Enumerable.Range(0, 40).Select(user => $"{user} {user}\n")));

        var json = (await shop.RunAsync("evaluate", "--train", train, "--test", test, "--layout", "lists", "--trainers", "ease(lambda=1)", "--at", "1", "--json")).Ends(0).Json;

        Assert.Equal(40, json.GetProperty("customers").GetProperty("new").GetInt32());
        Assert.Equal(1, json.GetProperty("trainers")[0].GetProperty("metrics").GetProperty("new").GetProperty("recall@1").GetProperty("value").GetDouble());
    }

    [Fact]
    public async Task Ratings_are_foretold_with_rmse_and_mae()
    {
        using var place = new TemporaryHome();
        var random = new Random(5);
        var lines = (from user in Enumerable.Range(0, 120) from item in Enumerable.Range(0, 40) where random.Next(3) == 0 select (user, Line: $"{user}\t{item}\t{1 + (user % 3 + item % 3) + random.Next(2)}\n")).ToArray();
        var train = place.Write("train.tsv", string.Concat(lines.Where((_, at) => at % 10 != 0).Select(line => line.Line)));
        var test = place.Write("test.tsv", string.Concat(lines.Where((_, at) => at % 10 == 0).Select(line => line.Line)));

        var trainer = (await shop.RunAsync("evaluate", "--train", train, "--test", test, "--trainers", "matrix-factorization(factors=4,epochs=30)", "--explicit", "--json")).Ends(0).Json.GetProperty("trainers")[0];

        Assert.InRange(trainer.GetProperty("rmse").GetDouble(), 0.3, 1.0);
        Assert.InRange(trainer.GetProperty("mae").GetDouble(), 0.2, trainer.GetProperty("rmse").GetDouble());
        AssertMeasured(trainer.GetProperty("metrics").GetProperty("all").GetProperty("rmse"));
    }

    [Fact]
    public async Task Every_customer_s_figures_are_written_as_Parquet()
    {
        using var place = new TemporaryHome();
        var file = place.Path("persons.parquet");

        var json = (await shop.RunAsync("evaluate", "--dataset", "shop", "--trainers", "popularity", "--at", "10", "--per-customer", file, "--json")).Ends(0).Json;

        Assert.Equal("PAR1"u8.ToArray(), File.ReadAllBytes(file)[..4]);
        Assert.True(new FileInfo(file).Length > json.GetProperty("customers").GetProperty("all").GetInt32());
    }

    [Fact]
    public async Task A_table_is_shown_to_people()
    {
        var shown = (await shop.RunAsync("evaluate", "--dataset", "shop", "--trainers", "popularity,frequency")).Ends(0);

        Assert.Contains("New to the customer", shown.Output);
        Assert.Contains("ndcg@20", shown.Output);
        Assert.Contains("frequency", shown.Output);
        Assert.Contains("training popularity", shown.Errors);
    }

    [Fact]
    public async Task Compare_says_which_is_better()
    {
        var json = (await shop.RunAsync("compare", "popularity", "frequency", "--dataset", "shop", "--json")).Ends(0).Json;

        var ndcg = json.GetProperty("views").GetProperty("all").GetProperty("ndcg@20");
        Assert.Equal(ndcg.GetProperty("difference").GetDouble(), ndcg.GetProperty("b").GetDouble() - ndcg.GetProperty("a").GetDouble(), 1e-9);
        Assert.Contains(ndcg.GetProperty("verdict").GetString(), (string[])["better", "worse", "no evidence"]);
        var same = (await shop.RunAsync("compare", "popularity", "popularity", "--dataset", "shop", "--json")).Ends(0).Json;
        Assert.Equal("no evidence", same.GetProperty("views").GetProperty("all").GetProperty("ndcg@20").GetProperty("verdict").GetString());
    }

    [Theory]
    [InlineData("--trainers eas --dataset shop", "Did you mean 'ease'?")]
    [InlineData("--trainers ease(lamda=5) --dataset shop", "Did you mean 'lambda'?")]
    [InlineData("--trainers ease(lambda=-5) --dataset shop", "outside")]
    [InlineData("--trainers ease(lambda=many) --dataset shop", "a number")]
    [InlineData("--trainers ease(lambda=5 --dataset shop", "name(option=value")]
    [InlineData("--trainers ease", "--dataset")]
    [InlineData("--dataset shop", "--trainers")]
    [InlineData("--trainers ease --dataset shop --at 0", "--at")]
    [InlineData("--trainers ease --dataset shop --at ten", "--at")]
    [InlineData("--trainers ease --dataset shop --threads 0", "--threads")]
    [InlineData("--trainers ease --dataset shop --test x.csv", "--train")]
    public async Task Wrong_use_is_named_with_its_cure(string arguments, string named)
    {
        var outcome = (await shop.RunAsync(["evaluate", .. arguments.Split(' ')])).Ends(2);

        Assert.Contains(named, outcome.Error);
    }

    [Theory]
    [InlineData("--trainers ease --dataset nowhere", "nowhere")]
    [InlineData("--trainers ease --dataset shop --split temporl", "Did you mean")]
    [InlineData("--trainers ease --dataset shop --split temporal:1999-01-01", "temporal:1999-01-01")]
    [InlineData("--trainers ease --dataset shop --split temporal:2999-01-01", "temporal:2999-01-01")]
    [InlineData("--trainers ease --dataset shop --explicit", "ratings")]
    [InlineData("--trainers matrix-factorization --dataset shop --explicit", "rating")]
    public async Task What_cannot_be_evaluated_is_named_with_its_cure(string arguments, string named)
    {
        var outcome = await shop.RunAsync(["evaluate", .. arguments.Split(' ')]);

        Assert.InRange(outcome.ExitCode, 1, 2);
        Assert.Contains(named, outcome.Error);
    }

    static void AssertMeasured(JsonElement metric) =>
        Assert.InRange(metric.GetProperty("value").GetDouble(), metric.GetProperty("low").GetDouble(), metric.GetProperty("high").GetDouble());
}
