using System.Security.Cryptography;
using System.Text;
using Recommender.Core.Baskets.CrossSell;
using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.Folders;
using Recommender.Core.Store;
using Recommender.Engine.Answers;
using Recommender.Engine.Assortments;
using Recommender.Engine.Pool;
using Recommender.Tests.Storage;
using Recommender.Training.Trainers.Ease;

namespace Recommender.Tests.Engine.Answers;

/// <summary>A small shop with a trained model and a matrix in real files, and a storefront that answers from them.</summary>
sealed class AnsweringShop : IDisposable
{
    public const int Customers = 60;
    public const int Items = 40;

    readonly TemporaryFolder _place = new();
    readonly LiveModel _model;
    readonly LiveMatrix _matrix;

    public AnsweringShop(Dataset? dataset = null)
    {
        Data = dataset ?? Training.Trainers.Shops.Tasteful(Customers, Items, tastes: 5, seed: 7);
        var hashes = Data.Customers.Count == 0 ? Vocabulary.Empty : new Vocabulary(
            Enumerable.Range(0, Data.Customers.Count).SelectMany(customer => Hash(Data.Customers[customer])).ToArray(), Enumerable.Range(1, Data.Customers.Count).Select(customer => 32 * customer).ToArray());
        var trained = new TrainedModel(new EaseTrainer(new()).Train(Data, new()), Data.Items, hashes, Data.Baskets, Data.Now);
        ModelFolder.Write(_place.File("model"), trained, Manifest("ease", "beauty", 7), default);
        _model = new(ModelFolder.Open(_place.File("model"), default));
        var matrix = CrossSellBuilder.Build(new() { Lines = new(Data.Baskets.Starts, Data.Baskets.Items, default, Data.Items.Count), Items = Data.Items }, new() { MinCount = 1 }, null, default);
        CrossSellFolder.Write(_place.File("matrix"), matrix, Data.Items, Manifest(CrossSellMatrix.Name, "beauty-matrix", 3), default);
        _matrix = new(CrossSellFolder.Open(_place.File("matrix"), default));
        Front = new(new("default", Assortment, Clock) { HashOf = Hash }, _ => Held(_model), _ => Held(_matrix));
    }

    public Dataset Data { get; }

    public Assortment Assortment { get; } = new();

    public SettableClock Clock { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public Storefront Front { get; }

    public TrainedModel Trained => _model.Trained;

    public CrossSellMatrix Matrix => _matrix.Matrix;

    public void Dispose()
    {
        _model.LetGo();
        _matrix.LetGo();
        _place.Dispose();
    }

    /// <summary>The customer as the model knows it.</summary>
    public Shopper Shopper(string customer, Repeats repeats) => Trained.Customer(Hash(customer), repeats);

    static byte[] Hash(string customer) => SHA256.HashData(Encoding.UTF8.GetBytes(customer));

    static Lease<T> Held<T>(T version) where T : LiveVersion => version.TryHold() ? new(version) : throw new InvalidOperationException("The version is gone.");

    ModelManifest Manifest(string trainer, string model, int version) => new()
    {
        Model = model,
        Version = version,
        Trainer = trainer,
        Options = [],
        Seed = 17,
        Dataset = "test",
        Snapshot = "test",
        Created = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        Seconds = 1,
        PeakMb = 1,
        Engine = "0.1.0",
        Customers = Data.Customers.Count,
        Items = Data.Items.Count,
        Now = Data.Now,
    };
}
