using System.Globalization;
using System.Text.Json.Nodes;
using Recommender.Core.Datasets;
using Recommender.Core.Evaluation;
using Recommender.Core.Evaluation.Intervals;
using Recommender.Core.Models;
using Recommender.Core.Models.Folders;
using Recommender.Core.Store;
using Recommender.Storage.Profiles;
using Recommender.Storage.Snapshots;
using Recommender.Tests.Training.Trainers;
using Recommender.Training.Experiments;
using Recommender.Training.Terminal;
using Recommender.Training.Trainers;
using Recommender.Training.Views.Reports;

namespace Recommender.Tests.Training.Reports;

/// <summary>Contents of reports: a real one of a small shop, and parts to change in it.</summary>
static class ReportSamples
{
    static readonly Lazy<ReportContent> Made = new(Make);

    /// <summary>Popularity and ease measured on a shop of tastes; ease was chosen.</summary>
    public static ReportContent Real => Made.Value;

    /// <summary>Nothing but what every version has.</summary>
    public static ReportContent Bare => new() { Manifest = Manifest() };

    /// <summary>A search of so many trials, each better than the one before when <paramref name="isRising"/>.</summary>
    public static Search Search(int trials, bool isRising = false) => new("ease", [.. Enumerable.Range(1, trials).Select(order => new SearchTrial(
        TrainerSpec.Parse(string.Create(CultureInfo.InvariantCulture, $"ease(lambda={20 + order * 37 % 1000},half_life={order % 3 * 90})")),
        Score(isRising ? order / (trials + 1.0) : order * 7919 % 1000 / 1000.0), 0.5, order))]);

    /// <summary>A trained model of the shop, with its catalogue.</summary>
    public static (TrainedModel Trained, Catalogue Catalogue) Model()
    {
        var shop = Shops.Tasteful(60, 30, 3, seed: 4);
        var model = TrainerCatalogue.Create("ease", []).Train(shop, new());
        return (new(model, shop.Items, shop.Customers, shop.Baskets, shop.Now), shop.Catalogue);
    }

    static ReportContent Make()
    {
        var shop = Shops.Tasteful(200, 50, 4, seed: 5);
        var split = Split.Parse("temporal");
        var options = new TrialOptions(new() { Bootstrap = new() { Resamples = 200 } }, Seed: 17, Threads: 2);
        var trial = new Trial(new(shop, split, split.Cut(shop, CancellationToken.None)), options, new Silent());
        var (trained, catalogue) = Model();
        return new()
        {
            Manifest = Manifest(),
            Snapshot = Snapshot(),
            Profile = Profile(),
            Results = trial.Result([trial.Run(TrainerCatalogue.Create("popularity", []), CancellationToken.None), trial.Run(TrainerCatalogue.Create("ease", []), CancellationToken.None)]),
            Chosen = 1,
            Searches = [Search(30)],
            Curve = [.. Enumerable.Range(1, 15).Select(epoch => new EpochReport("implicit-als", epoch, 15, 1.0 / epoch, TimeSpan.FromSeconds(epoch)))],
            Examples = ExampleRecommendations.Of(trained, catalogue, Repeats.Allowed),
            Rules = [new([new("p1", "Shampoo")], [new("p2", "Conditioner")], new(1234, 0.61, 3.4))],
        };
    }

    static Measurement Score(double value) => new(value, value - 0.01, value + 0.01);

    static ModelManifest Manifest() => new()
    {
        Model = "beauty",
        Version = 7,
        Pipeline = "beauty-nightly",
        Trainer = "ease",
        Options = new() { ["lambda"] = 500, ["half_life"] = 90 },
        Seed = 17,
        Dataset = "beauty",
        Snapshot = "0123456789abcdef",
        Created = new(2026, 11, 21, 20, 0, 0, DateTimeKind.Utc),
        Seconds = 12.34,
        PeakMb = 345,
        Engine = "0.1.0",
        Commit = "fd60a39",
        Customers = 4321,
        Items = 765,
        Now = 0,
        Gates = new() { ["minimum"] = new JsonObject { ["ndcg@20"] = 0.05 }, ["beats_popularity"] = true },
    };

    static SnapshotManifest Snapshot() => new()
    {
        Tenant = "default",
        Dataset = "beauty",
        Hash = "0123456789abcdef",
        Created = new(2026, 11, 20, 0, 0, 0, DateTimeKind.Utc),
        RowsRead = 100_500,
        Counts = new() { ["duplicates"] = 321, ["returns"] = 179, ["kept"] = 100_000 },
        Lines = 100_000,
        Baskets = 40_000,
        Customers = 4321,
        Items = 765,
        Pairs = 90_000,
        From = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        To = new(2025, 12, 31, 0, 0, 0, DateTimeKind.Utc),
        Source = new("csv", []),
        Options = default,
    };

    static SnapshotProfile Profile() => new()
    {
        Source = new() { Rows = 100_500 },
        Counts = new() { ["kept"] = 100_000 },
        Warnings = ["12 items have no price."],
        Baskets = new() { Count = 40_000, Anonymous = 100, RepeatCustomers = 3000, Density = 0.03, MedianSize = 2, LargestSize = 19, Revenue = 123456.78m, TopItems = [new("Rose Soap", 4000)] },
        Months = [new("2025-11", 10, 5, 100), new("2025-12", 20, 9, 250)],
    };

    sealed class Silent : IProgress<StepProgress>
    {
        public void Report(StepProgress value)
        {
        }
    }
}
