using Recommender.Core;
using Recommender.Core.Evaluation.Gates;
using Recommender.Training.Pipelines.Documents;
using Xunit;

namespace Recommender.Tests.Training.Pipelines;

public sealed class PipelineFileTests
{
    const string Least = """
        name: shop
        dataset: shop
        trainers:
          - popularity
        """;

    [Fact]
    public void What_is_not_said_has_its_default()
    {
        var pipeline = PipelineFile.Parse(Least, "shop.yaml");

        Assert.Equal(("shop", "production", "ndcg@20", "all"), (pipeline.ModelName, pipeline.Alias, pipeline.Decisive, pipeline.DecisiveView));
        Assert.Equal((17, 10, 12), (pipeline.Seed, pipeline.Keep, pipeline.Tune.Trials));
        Assert.Equal(["popularity"], pipeline.Trainers.Entries.Select(entry => entry.ToString()));
    }

    [Fact]
    public void Options_with_a_range_are_searched_and_the_others_are_kept()
    {
        var pipeline = PipelineFile.Parse(Least + "\n  - ease: { lambda: 10..2000, half_life: 30|90, power: 0.5 }\n  - implicit-als(factors=32)", "shop.yaml");

        var ease = pipeline.Trainers.Entries[1];
        Assert.Equal("ease(power=0.5)", ease.Spec.ToString());
        Assert.Equal(["lambda", "half_life"], ease.Ranges.Select(range => range.Option));
        Assert.Equal("implicit-als(factors=32)", pipeline.Trainers.Entries[2].ToString());
    }

    [Theory]
    [InlineData("nmae: x", "shop.yaml, line 5", "Did you mean 'name'?")]
    [InlineData("seed: many", "shop.yaml, line 5", "a whole number")]
    [InlineData("keep: -1", "shop.yaml, line 5", "0 to 10000")]
    [InlineData("level: catgory", "shop.yaml, line 5", "Did you mean 'category'?")]
    [InlineData("view: al", "shop.yaml, line 5", "Did you mean 'all'?")]
    [InlineData("metric: ndgc@20", "shop.yaml, line 5", "Did you mean 'ndcg'?")]
    [InlineData("split: tempral", "shop.yaml, line 5", "temporal")]
    [InlineData("tune: { trails: 3 }", "shop.yaml, line 5", "Did you mean 'trials'?")]
    [InlineData("gates: { minimum: { ndcg@20: much } }", "shop.yaml, line 5", "not a number")]
    [InlineData("gates: { min_coverage: 2 }", "shop.yaml, line 5", "0 to 1")]
    [InlineData("gates: { not_worse_than: Live! }", "shop.yaml, line 5", "Live!")]
    [InlineData("source: { generate: { shop: butcher } }", "shop.yaml, line 5", "butcher")]
    [InlineData("source: { flies: [a.csv] }", "shop.yaml, line 5", "Did you mean 'files'?")]
    [InlineData("schedule: { cron: 99 * * * * }", "shop.yaml, line 5", "99")]
    [InlineData("alias: [a, b]", "shop.yaml, line 5", "a text is expected")]
    [InlineData("clean: everything", "shop.yaml, line 5", "clean: 'everything' is not understood")]
    [InlineData("---\nname: other", "shop.yaml, line 6", "a second document begins here")]
    [InlineData("---", "shop.yaml, line", "a second document begins here")]
    [InlineData("  - eese", "shop.yaml, line 5", "Did you mean 'ease'?")]
    [InlineData("  - ease: { lamda: 3 }", "shop.yaml, line 5", "lambda")]
    [InlineData("  - ease: { lambda: -5..3 }", "shop.yaml, line 5", "lambda")]
    [InlineData("  - popularity", "shop.yaml, line 4", "named twice")]
    public void What_is_wrong_is_named_with_its_line_and_the_cure(string line, string place, string cure)
    {
        var message = Assert.Throws<UserErrorException>(() => PipelineFile.Parse($"{Least}\n{line}", "shop.yaml")).Message;

        Assert.Contains(place, message);
        Assert.Contains(cure, message);
    }

    [Fact]
    public void What_must_be_there_is_asked_for()
    {
        var message = Assert.Throws<UserErrorException>(() => PipelineFile.Parse("name: shop\ntrainers: [ease]", "shop.yaml")).Message;

        Assert.Contains("'dataset' is missing", message);
    }

    [Fact]
    public void Gates_decide_by_what_the_pipeline_decides_by()
    {
        var gates = PipelineFile.Parse(Least + "\nmetric: recall@10\nview: new\ngates: { not_worse_than: none }", "shop.yaml").Gates;
        var ratings = PipelineFile.Parse("name: r\ndataset: r\ntrainers: [matrix-factorization]\nexplicit: true\ngates: { minimum: { rmse: 0.9 } }", "r.yaml").Gates;

        Assert.Equal(("recall@10", "new", null), (gates.Metric, gates.View, gates.NotWorseThan));
        Assert.Equal(("rmse", "ratings", false), (ratings.Metric, ratings.View, ratings.BeatsPopularity));
        Assert.Equal(0.9, ratings.Minimum["rmse"]);
        Assert.Equal(new GateOptions().LoadCheck, ratings.LoadCheck);
    }

    [Fact]
    public void A_misspelt_file_is_answered_with_the_near_one()
    {
        using var folder = new Storage.TemporaryFolder();
        File.WriteAllText(folder.File("distributor.yaml"), Least);

        var message = Assert.Throws<UserErrorException>(() => PipelineFile.Load(folder.File("distributer.yaml"))).Message;

        Assert.Contains("Did you mean", message);
        Assert.Contains("distributor.yaml", message);
    }

    [Fact]
    public void Paths_start_at_the_folder_of_the_file_and_can_be_given_elsewhere()
    {
        using var folder = new Storage.TemporaryFolder();
        File.WriteAllText(folder.File("shop.yaml"), Least + "\nsource: { files: [orders.csv] }");
        var file = PipelineFile.Load(folder.File("shop.yaml"));

        Assert.Equal(folder.File("orders.csv"), file.Resolve("orders.csv"));
        Assert.Equal([Path.GetFullPath("other.csv")], file.From("other.csv").Pipeline.Source!.Files!.Files);
        Assert.Same(file, file.From(null));
    }
}
