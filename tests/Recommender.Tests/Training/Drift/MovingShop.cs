using System.Text.Json.Nodes;
using Recommender.Core.Datasets;
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
        var whole = Shop(seed, change, weeks);
        var learned = new TemporalSplit(DateTime.UnixEpoch.AddMinutes(Shops.Noon + Known * Week)).Cut(Shop(seed, change, Weeks), Cancellation).Training;
        var trainer = TrainerCatalogue.Create("ease", []);
        var model = trainer.Train(learned, new() { Seed = seed, Threads = 2, Cancellation = Cancellation });
        var folder = _folder.File($"model{_models++}");
        ModelFolder.Write(folder, new(model, learned.Items, CustomerHashes.Of(_key, learned.Customers, Cancellation), learned.Baskets, learned.Now), Manifest(trainer, learned, seed), Cancellation);
        using var opened = ModelFolder.Open(folder, Cancellation);
        return new DriftExamination(opened, options ?? new(), new(_home, "acme", 2, new Progress<Recommender.Training.Terminal.StepProgress>())).Run(whole, Cancellation);
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
