using Microsoft.Extensions.Logging.Abstractions;
using Recommender.Core.Models.Folders;
using Recommender.Core.Store;
using Recommender.Engine.Pool;
using Recommender.Storage.Datasets;
using Recommender.Storage.Homes;
using Recommender.Tests.Storage.Imports;
using Recommender.Training.Trainers.Popularity;
using Recommender.Worker.Shops;
using Xunit;

namespace Recommender.Tests.Worker.Shops;

public sealed class OpenShopsTests : IAsyncDisposable
{
    readonly TemporaryImport _data = new();
    readonly OpenShops _shops;

    public OpenShopsTests() => _shops = new(_data.Home, new() { Poll = TimeSpan.FromMilliseconds(20) }, TimeProvider.System, NullLogger.Instance);

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _shops.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task A_shop_answers_from_its_live_version_with_what_the_newest_snapshot_knows_of_its_items()
    {
        Import("soap,Bath,3", "brush,Bath,8", "towel,Linen,20");
        Publish();

        var front = _shops.Of("default");
        Assert.Equal(["soap", "brush", "towel"], front.Recommend(new() { Customer = "nobody" }).Items.Select(item => item.Item));
        Assert.Equal(["brush"], front.Recommend(new() { Filter = "price > 5 and category = 'Bath'" }).Items.Select(item => item.Item));

        Import("soap,Bath,30", "brush,Bath,4", "towel,Linen,20");
        Publish();
        await _shops.Pool.LookAsync(Token);

        Assert.Equal(["soap"], front.Recommend(new() { Filter = "price > 5 and category = 'Bath'" }).Items.Select(item => item.Item));
    }

    [Fact]
    public void A_customer_is_recognised_and_one_that_was_forgotten_is_not()
    {
        Import("soap,Bath,3", "brush,Bath,8", "towel,Linen,20");
        Publish();
        var front = _shops.Of("default");
        Assert.DoesNotContain(front.Recommend(new() { Customer = "ANN" }).Items, item => item.Item == "soap");

        var tenant = _data.Home.Tenant("default");
        using (var writer = WriterLock.Acquire(_data.Home, "test", TimeSpan.FromSeconds(5), _ => { }, Token))
            tenant.Suppressions.Add(new(tenant.Key!.Hash("ann"), SuppressionState.Done, DateTime.UnixEpoch), writer);

        Assert.True(SpinWait.SpinUntil(() => front.Recommend(new() { Customer = "ANN" }).Items.Any(item => item.Item == "soap"), TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void A_shop_without_a_model_says_so_and_a_snapshot_that_cannot_be_read_takes_no_version_with_it()
    {
        var front = _shops.Of("default");
        Assert.Throws<NoModelException>(() => front.Recommend(new()));

        Import("soap,Bath,3", "brush,Bath,8", "towel,Linen,20");
        Publish();
        File.WriteAllText(_data.Current.Items, "no Parquet");

        Assert.True(SpinWait.SpinUntil(() => IsAnswered(front), TimeSpan.FromSeconds(10)));
    }

    static bool IsAnswered(Recommender.Engine.Answers.Storefront front)
    {
        try
        {
            return front.Recommend(new()).Items.Count == 3;
        }
        catch (NoModelException)
        {
            return false;
        }
    }

    // ann takes soap three times, bob soap and a brush, cal one of each: soap is the most popular, then the brush.
    void Import(params string[] items)
    {
        var facts = items.Select(item => item.Split(',')).ToDictionary(item => item[0]);
        (string Order, string Customer, string Item)[] lines =
            [("o1", "ann", "soap"), ("o2", "ann", "soap"), ("o3", "bob", "soap"), ("o3", "bob", "brush"), ("o4", "cal", "soap"), ("o4", "cal", "brush"), ("o4", "cal", "towel")];
        _data.Import("off", ["order,customer,item,category,price,quantity,amount,date",
            .. lines.Select(line => $"{line.Order},{line.Customer},{line.Item},{facts[line.Item][1]},{facts[line.Item][2]},1,{facts[line.Item][2]},2026-01-0{line.Order[1]}")]);
    }

    void Publish()
    {
        var data = DatasetReader.Read(_data.Home, _data.Current, new(), Token);
        var hashes = CustomerHashes.Of(Key(), data.Customers, Token);
        var model = _data.Home.Tenant("default").Models.Model("shop");
        using var draft = model.Draft();
        ModelFolder.Fill(draft.Folder, new(new PopularityTrainer(new()).Train(data, new()), data.Items, hashes, data.Baskets, data.Now));
        var note = new HistoryNote("ada", DateTime.UnixEpoch.AddDays(20_000), null);
        var published = model.Publish(draft, Manifest(data), note, Token);
        model.Promote(published.Manifest.Version!.Value, StoredModel.Production, note, Token);
    }

    TenantKey Key()
    {
        using var writer = WriterLock.Acquire(_data.Home, "test", TimeSpan.FromSeconds(5), _ => { }, Token);
        return TenantKey.Ensure(_data.Home.Tenant("default"), writer);
    }

    static ModelManifest Manifest(Recommender.Core.Datasets.Dataset data) => new()
    {
        Trainer = "popularity",
        Options = [],
        Seed = 17,
        Dataset = data.Name,
        Snapshot = data.Hash,
        Created = DateTime.UnixEpoch.AddDays(20_000),
        Seconds = 1,
        PeakMb = 1,
        Engine = "0.1.0",
        Customers = data.Customers.Count,
        Items = data.Items.Count,
        Now = data.Now,
    };
}
