using DuckDB.NET.Data;
using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.Folders;
using Recommender.Storage.Homes;
using Recommender.Storage.Scores;
using Recommender.Tests.Storage;
using Recommender.Tests.Training.Trainers;
using Recommender.Training.Scoring;
using Recommender.Training.Terminal;
using Recommender.Training.Trainers;

namespace Recommender.Tests.Training.Scoring;

/// <summary>A home with a key, a small shop, a model of it, and the scores that come out.</summary>
sealed class ScoredShop : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public ScoredShop(Dataset? shop = null)
    {
        Home = HomeFolder.Open(_folder.Path);
        using var writer = WriterLock.Acquire(Home, "test", TimeSpan.Zero, _ => { }, CancellationToken.None);
        Key = TenantKey.Ensure(Home.Tenant("default"), writer);
        Shop = shop ?? Shops.Tasteful(customers: 200, items: 60, tastes: 4, seed: 1);
        Trained = Train("implicit-als(factors=8,epochs=3)");
    }

    public HomeFolder Home { get; }

    public TenantKey Key { get; }

    public Dataset Shop { get; }

    public TrainedModel Trained { get; private set; }

    public ScoreOptions Options { get; init; } = new() { N = 5, PartSize = 30, Threads = 2 };

    public string Path(string name) => System.IO.Path.Combine(_folder.Path, name);

    public TrainedModel Train(string text)
    {
        var spec = TrainerSpec.Parse(text);
        var model = TrainerCatalogue.Create(spec.Name, spec.Options).Train(Shop, new() { Seed = 1, Threads = 1 });
        return Trained = new(model, Shop.Items, CustomerHashes.Of(Key, Shop.Customers, CancellationToken.None), Shop.Baskets, Shop.Now);
    }

    /// <summary>Scores the customers of some data, its own unless said otherwise, into a folder; broken off where a share is named.</summary>
    public ScoreManifest Score(string folder, Dataset? data = null, double stopAt = double.PositiveInfinity)
    {
        using var stop = new CancellationTokenSource();
        var audience = Audience.Of(Trained, data ?? Shop, (Key, Home.Tenant("default").Suppressions), CancellationToken.None);
        using var scores = ScoreFolder.Open(Path(folder), TimeSpan.Zero, _ => { }, CancellationToken.None);
        if (scores.Manifest is null) scores.Begin(Manifest(audience.Count));
        else scores.KeepWhole(CancellationToken.None);
        new ScoringRun(audience, Options, scores, new Stopping(stop, stopAt)).Run(Home, stop.Token);
        return scores.Manifest!;
    }

    /// <summary>The lists that stand in a folder, by customer.</summary>
    public Dictionary<string, List<(string Item, float Score)>> Lists(string folder)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT customer_id, rank, item_id, score FROM read_parquet($files)";
        command.Parameters.Add(new DuckDBParameter("files", System.IO.Path.Combine(Path(folder), "part-*.parquet")));
        using var reader = command.ExecuteReader();
        var lists = new Dictionary<string, List<(string, float)>>(StringComparer.Ordinal);
        while (reader.Read())
        {
            var customer = reader.GetString(0);
            if (!lists.TryGetValue(customer, out var list)) lists[customer] = list = [];
            Xunit.Assert.Equal(list.Count + 1, reader.GetInt32(1));
            list.Add((reader.GetString(2), reader.GetFloat(3)));
        }
        return lists;
    }

    /// <summary>What the model itself recommends to a shopper.</summary>
    public (string Item, float Score)[] Recommended(Shopper shopper) =>
        [.. Trained.Model.Recommend(shopper, Options.N).Select(best => (Trained.Items[best.Item], best.Score))];

    public void Dispose() => _folder.Dispose();

    ScoreManifest Manifest(int customers) => new()
    {
        Model = "test",
        ModelChecksum = "test",
        Dataset = "test",
        Snapshot = "test",
        N = Options.N,
        Repeats = Options.RepeatsWord,
        PartSize = Options.PartLength,
        PartCount = ScoringRun.Parts(customers, Options),
        Created = DateTime.UnixEpoch,
        Engine = "1.0.0",
    };

    sealed class Stopping(CancellationTokenSource source, double share) : IProgress<StepProgress>
    {
        public void Report(StepProgress value)
        {
            if (value.Share >= share) source.Cancel();
        }
    }
}
