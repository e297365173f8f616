using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Evaluation;
using Recommender.Core.Evaluation.Intervals;
using Recommender.Core.Evaluation.Metrics;
using Recommender.Core.Evaluation.Splits;
using Recommender.Core.Evaluation.Stored;
using Recommender.Core.Models.Tensors;
using Xunit;

namespace Recommender.Tests.Core.Evaluation.Stored;

public sealed class EvaluationTensorsTests : IDisposable
{
    readonly Dictionary<string, Vocabulary> _names = [];
    readonly string _folder = Directory.CreateTempSubdirectory("evaluation-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_read_is_what_was_written()
    {
        var written = Measured(threads: 2, seconds: 3);

        var read = Read(Save(written));

        Assert.Equal(("shop", GivenFigures.Snapshot, Split.Parse("holdout:0.2", 5)), (read.Dataset, read.Snapshot, read.Split));
        foreach (var (before, after) in written.Trainers.Zip(read.Trainers, (before, after) => (before, after)))
        {
            Assert.Equal((before.Trainer, 0.0, 0.0), (after.Trainer, after.Seconds, after.PeakMegabytes));
            Assert.Equal(before.Options, after.Options);
            Assert.Equal(before.Evaluation.Names.Letters.ToArray(), after.Evaluation.Names.Letters.ToArray());
            Assert.Equal(before.Evaluation.Views.Select(view => view.Name), after.Evaluation.Views.Select(view => view.Name));
            foreach (var view in before.Evaluation.Views) AssertSame(view, after.Evaluation[view.Name]!);
        }
    }

    [Fact]
    public void What_a_metric_does_not_say_and_how_it_counts_come_back()
    {
        var view = new ViewResult
        {
            Name = "ratings",
            Cases = [0, 1, 2, 3],
            Metrics = new Dictionary<string, Measurement> { ["rmse"] = new(1.25, 1, 1.5), ["gini@20"] = new(0.5, Low: null, High: null) },
            Persons = new Dictionary<string, PersonValues>
            {
                ["rmse"] = new([1, 0, 4, 0.25f], [2, 0, 3, 1], isRoot: true),
                ["diversity@20"] = new([float.NaN, 0, 0.5f, float.NaN]),
                ["hit@20"] = new([0, 0, 0, -0f]),
            },
        };

        var read = Read(Save(new() { Dataset = "shop", Snapshot = "s", Split = Split.Parse("temporal"), Trainers = [GivenFigures.Trainer("ratings", view)] }));

        AssertSame(view, read.Trainers[0].Evaluation["ratings"]!);
    }

    [Fact]
    public void Equal_results_give_equal_bytes_whatever_they_took() =>
        Assert.Equal(File.ReadAllBytes(Save(Measured(threads: 1, seconds: 3))), File.ReadAllBytes(Save(Measured(threads: 2, seconds: 700))));

    [Fact]
    public void A_cut_that_cannot_be_made_again_is_not_stored() =>
        Assert.Contains("--split", Assert.Throws<UserErrorException>(() => Save(Measured(threads: 1, seconds: 3) with { Split = new GivenSplit(EvaluationShops.Fold().Training) })).Message, StringComparison.Ordinal);

    [Fact]
    public void A_comparison_of_what_was_read_is_that_of_what_was_written()
    {
        var written = Measured(threads: 2, seconds: 3);
        var read = Read(Save(written));

        Assert.Equal(Compare(written), Compare(read));

        IReadOnlyList<Difference> Compare(EvaluationResult result) =>
            Comparison.Between(new(result, result.Trainers[0].Evaluation), new(result, result.Trainers[1].Evaluation), new() { Resamples = 100 }, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(new[] { 0, 99 }, 0.5, 0.4, 0.6, 1)]
    [InlineData(new[] { -1, 1 }, 0.5, 0.4, 0.6, 1)]
    [InlineData(new[] { 1, 1 }, 0.5, 0.4, 0.6, 1)]
    [InlineData(new[] { 1, 0 }, 0.5, 0.4, 0.6, 1)]
    [InlineData(new[] { 0 }, 0.5, 0.4, 0.6, 1)]
    [InlineData(new[] { 0, 1 }, double.NaN, 0.4, 0.6, 1)]
    [InlineData(new[] { 0, 1 }, double.PositiveInfinity, 0.4, 0.6, 1)]
    [InlineData(new[] { 0, 1 }, 0.5, 0.6, 0.4, 1)]
    [InlineData(new[] { 0, 1 }, 0.5, double.NaN, 0.4, 1)]
    [InlineData(new[] { 0, 1 }, 0.5, 0.4, double.PositiveInfinity, 1)]
    [InlineData(new[] { 0, 1 }, 0.5, 0.4, 0.6, -1)]
    public void Numbers_that_cannot_be_are_refused(int[] cases, double value, double low, double high, float weight)
    {
        var view = new ViewResult
        {
            Name = "all",
            Cases = cases,
            Metrics = new Dictionary<string, Measurement> { ["ndcg@20"] = new(value, low, high) },
            Persons = new Dictionary<string, PersonValues> { ["ndcg@20"] = new([0.5f, 1], [1, weight]) },
        };
        var trainer = GivenFigures.Trainer("ease", GivenFigures.All([1, 1])) with { };
        var path = Save(new() { Dataset = "shop", Snapshot = "s", Split = Split.Parse("temporal"), Trainers = [trainer with { Evaluation = new(trainer.Evaluation.Names, [view]) }] });

        Assert.Contains(path, Assert.Throws<UserErrorException>(() => Read(path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("split", "nonsense")]
    [InlineData("seed", "many")]
    [InlineData("cases", "3")]
    [InlineData("trainers", "0")]
    [InlineData("trainers", "2")]
    [InlineData("0.options", "[]")]
    [InlineData("0.options", "{\"lambda\":5}")]
    [InlineData("0.views", "all")]
    [InlineData("0.views", "[\"all\",\"all\"]")]
    [InlineData("0.0.metrics", "[\"ndcg@20\"]")]
    public void Notes_that_are_not_what_was_written_are_refused(string note, string text)
    {
        var writer = new TensorWriter();
        var result = GivenFigures.Result(("ease", [1, 0]));
        EvaluationTensors.Write(result, writer);
        writer.Note(note, text);
        var path = Path.Combine(_folder, "damaged.safetensors");
        _names[path] = result.Trainers[0].Evaluation.Names;
        writer.Save(path);

        Assert.Contains(path, Assert.Throws<UserErrorException>(() => Read(path)).Message, StringComparison.Ordinal);
    }

    static void AssertSame(ViewResult before, ViewResult after)
    {
        Assert.Equal(before.Cases, after.Cases);
        Assert.Equal(before.Metrics, after.Metrics);
        Assert.Equal(before.Persons.Keys, after.Persons.Keys);
        foreach (var (metric, persons) in before.Persons)
        {
            Assert.Equal(Bits(persons.Values), Bits(after.Persons[metric].Values));
            Assert.Equal(Bits(persons.Weights), Bits(after.Persons[metric].Weights));
            Assert.Equal(persons.IsRoot, after.Persons[metric].IsRoot);
        }
    }

    static int[] Bits(ReadOnlyMemory<float> numbers) => [.. numbers.ToArray().Select(BitConverter.SingleToInt32Bits)];

    static EvaluationResult Measured(int threads, double seconds)
    {
        var fold = EvaluationShops.Fold();
        return new()
        {
            Dataset = "shop",
            Snapshot = GivenFigures.Snapshot,
            Split = Split.Parse("holdout:0.2", 5),
            Trainers = [Trainer("ease", (customer, item) => (customer * 7 + item * 13) % 31), Trainer("popularity", (_, item) => item)],
        };

        TrainerResult Trainer(string name, Func<int, int, float> score) => new()
        {
            Trainer = name,
            Options = new Dictionary<string, string> { ["lambda"] = "500", ["half_life"] = "0" },
            Seconds = seconds,
            PeakMegabytes = seconds,
            Evaluation = Evaluator.Evaluate(new TableModel(fold.Training.Items.Count, score), fold,
                new() { Cutoffs = [1, 10], Metrics = MetricTable.All, Bootstrap = new() { Resamples = 100, Threads = threads } }, TestContext.Current.CancellationToken),
        };
    }

    string Save(EvaluationResult result)
    {
        var (writer, path) = (new TensorWriter(), Path.Combine(_folder, $"{Guid.NewGuid():N}.safetensors"));
        EvaluationTensors.Write(result, writer);
        writer.Save(path);
        _names[path] = result.Trainers[0].Evaluation.Names;
        return path;
    }

    EvaluationResult Read(string path)
    {
        using var reader = TensorReader.Open(path);
        return EvaluationTensors.Read(reader, _names[path]);
    }
}
