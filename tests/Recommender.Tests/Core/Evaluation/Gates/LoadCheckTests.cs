using Recommender.Core.Datasets;
using Recommender.Core.Evaluation.Gates;
using Recommender.Core.Models;
using Recommender.Core.Models.Folders;
using Recommender.Core.Store;
using Recommender.Tests.Storage;
using Recommender.Tests.Training.Trainers;
using Recommender.Training.Trainers.Popularity;
using Xunit;

namespace Recommender.Tests.Core.Evaluation.Gates;

public sealed class LoadCheckTests : IDisposable
{
    static readonly Dataset Shop = Shops.Tasteful(40, 12, 2, 5);

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_model_that_answers_customers_and_strangers_loads() => Assert.Null(Check(Write(Hashes(Shop.Customers.Count), Shop.Baskets)));

    [Theory]
    [InlineData("model.safetensors")]
    [InlineData("items.safetensors")]
    [InlineData("customers.safetensors")]
    [InlineData("customers.hashes")]
    public void A_changed_byte_in_any_file_is_named(string file)
    {
        var folder = Write(Hashes(Shop.Customers.Count), Shop.Baskets);
        var path = Path.Combine(folder, file);
        var bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);

        Assert.Contains($"{file} is not what was written", Check(folder), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_without_a_customer_does_not_load()
    {
        var nobody = BasketsBuilder.From(0, Shop.Items.Count, []);

        Assert.Equal("it knows no customer", Check(Write(Vocabulary.Empty, nobody)));
    }

    string Write(Vocabulary customers, ShopBaskets histories)
    {
        var folder = _folder.File("model");
        ModelFolder.Write(folder, new(Popularity(), Shop.Items, customers, histories, Shop.Now), new()
        {
            Trainer = "popularity", Options = [], Seed = 17, Dataset = "shop", Snapshot = "s", Created = DateTime.UnixEpoch, Seconds = 1, PeakMb = 1, Engine = "1.0.0",
            Customers = customers.Count, Items = Shop.Items.Count, Now = Shop.Now,
        }, TestContext.Current.CancellationToken);
        return folder;
    }

    static Vocabulary Hashes(int customers) => new(Enumerable.Range(0, 32 * customers).Select(at => (byte)(at / 32)).ToArray(), Enumerable.Range(1, customers).Select(customer => 32 * customer).ToArray());

    static IModel Popularity() => new PopularityTrainer(new()).Train(Shop, new() { Seed = 17, Threads = 1, Cancellation = TestContext.Current.CancellationToken });

    static string? Check(string folder) => LoadCheck.Of(SealedFolder.Read(folder), TestContext.Current.CancellationToken);
}
