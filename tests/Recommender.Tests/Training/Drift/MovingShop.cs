using System.Text.Json.Nodes;
using Recommender.Core.Datasets;
using Recommender.Core.Evaluation.Gates;
using Recommender.Core.Evaluation.Splits;
using Recommender.Core.Models.Folders;
using Recommender.Core.Numerics;
using Recommender.Core.Store;
using Recommender.Storage.Homes;
using Recommender.Tests.Storage;
using Recommender.Tests.Training.Trainers;
using Recommender.Training.Drift;
using Recommender.Training.Trainers;
using Xunit;

namespace Recommender.Tests.Training.Drift;

/// <summary>Shops of six tastes over twenty weeks, with a model that knows the first twelve; what changes after them is up to the test.</summary>
sealed class MovingShop : IDisposable
{
    public const int Tastes = 6;
    public const int ItemsOfTaste = 10;
    public const int Items = Tastes * ItemsOfTaste;

    const int Weeks = 20;
    const int Known = 12;
    const int Customers = 300;
    const int Week = 7 * ShopBaskets.MinutesPerDay;

    readonly TemporaryFolder _folder = new();
    readonly HomeFolder _home;
    readonly TenantKey _key;
    int _models;

    public MovingShop()
    {
        _home = HomeFolder.Open(_folder.Path);
        using var writer = WriterLock.Acquire(_home, "test", TimeSpan.FromSeconds(10), _ => { }, Cancellation);
        _key = TenantKey.Ensure(_home.Tenant("acme"), writer);
    }

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    /// <summary>Trains on the known weeks and examines the model on all of them; <paramref name="change"/> says what becomes of a customer's taste and item later.</summary>
    public DriftReport Examine(int seed, Func<RandomStream, int, (int Taste, int Item)>? change = null, DriftOptions? options = null, int weeks = Weeks)
    {
        return Examine(Shop(seed, change, Weeks), Shop(seed, change, weeks), ("ease", null), options, seed);
    }

    /// <summary>The same for a model of ratings: even customers give five stars to even items and one to odd ones, odd customers the other way round; later they may have changed sides.</summary>
    public DriftReport ExamineRatings(int seed, bool isChanged)
    {
        var shop = Rated(seed, isChanged);
        return Examine(shop, shop, ("matrix-factorization", new() { Metric = "rmse", View = "ratings", BeatsPopularity = false }), options: null, seed);
    }

    DriftReport Examine(Dataset shop, Dataset whole, (string Name, GateOptions? Gates) recipe, DriftOptions? options, int seed)
    {
        var learned = new TemporalSplit(DateTime.UnixEpoch.AddMinutes(Shops.Noon + Known * Week)).Cut(shop, Cancellation).Training;
        var trainer = TrainerCatalogue.Create(recipe.Name, []);
        var model = trainer.Train(learned, new() { Seed = seed, Threads = 2, Cancellation = Cancellation });
        var folder = _folder.File($"model{_models++}");
        var manifest = Manifest(trainer, learned, seed) with { Gates = recipe.Gates is null ? null : GateJson.Write(recipe.Gates) };
        ModelFolder.Write(folder, new(model, learned.Items, CustomerHashes.Of(_key, learned.Customers, Cancellation), learned.Baskets, learned.Now), manifest, Cancellation);
        using var opened = ModelFolder.Open(folder, Cancellation);
        return new DriftExamination(opened, options ?? new(), new(_home, "acme", 2, new Progress<Recommender.Training.Terminal.StepProgress>())).Run(whole, Cancellation);
    }

    // One item a week at most, each once, so that a pair has one rating.
    static Dataset Rated(int seed, bool isChanged)
    {
        var random = new RandomStream((ulong)seed, 4);
        var (purchases, ratings) = (new List<Purchase>(), new List<(int, int, float)>());
        for (var customer = 0; customer < Customers; customer++)
        {
            var items = Enumerable.Range(0, Items).OrderBy(_ => random.NextDouble()).ToArray();
            for (var week = 0; week < Weeks; week++)
            {
                var isLiked = (items[week] + customer) % 2 == (isChanged && week >= Known ? 1 : 0);
                purchases.Add(new(customer, items[week], Shops.Noon + week * Week + random.Below(Week), Order: week));
                ratings.Add((customer, items[week], isLiked ? 5 : 1));
            }
        }
        var shop = Shops.Of(Customers, Items, purchases);
        return new()
        {
            Name = shop.Name, Hash = shop.Hash, Customers = shop.Customers, Items = shop.Items, Baskets = shop.Baskets, Now = shop.Now, HasTimes = true,
            Catalogue = shop.Catalogue, Ratings = CsrMatrix.From(Customers, Items, ratings),
        };
    }

    static Dataset Shop(int seed, Func<RandomStream, int, (int Taste, int Item)>? change, int weeks)
    {
        var random = new RandomStream((ulong)seed, 3);
        return Shops.Of(Customers, 2 * Items, [.. Purchases()]);

        IEnumerable<Purchase> Purchases()
        {
            for (var customer = 0; customer < Customers; customer++)
            {
                for (var week = 0; week < weeks; week++)
                {
                    if (!random.Chance(0.5)) continue;

                    var at = Shops.Noon + week * Week + random.Below(Week);
                    for (var line = 0; line < 2; line++) yield return new(customer, Item(random, customer % Tastes, week), at, Order: week);
                }
            }
        }

        int Item(RandomStream random, int taste, int week)
        {
            var rank = (int)(ItemsOfTaste * random.NextDouble() * random.NextDouble());
            var (own, item) = week >= Known && change is not null ? change(random, taste) : (taste, -1);
            return item >= 0 ? item : own * ItemsOfTaste + rank;
        }
    }

    static ModelManifest Manifest(ITrainer trainer, Dataset learned, int seed) => new()
    {
        Model = "shop",
        Version = 1,
        Trainer = trainer.Name,
        Options = (JsonObject)OptionsText.Json(trainer.Options).DeepClone(),
        Seed = seed,
        Dataset = learned.Name,
        Snapshot = learned.Hash,
        Created = DateTime.UnixEpoch,
        Seconds = 1,
        PeakMb = 1,
        Engine = "1",
        Customers = learned.Customers.Count,
        Items = learned.Items.Count,
        Now = learned.Now,
    };
}
