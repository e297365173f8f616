using Recommender.Core.Store;
using Recommender.Tests.Storage;
using Xunit;

namespace Recommender.Tests.Core.Store;

/// <summary>A store of its own for one test, with a hand that publishes small versions into it.</summary>
public abstract class StoreFixture : IDisposable
{
    readonly TemporaryFolder _place = new();

    protected StoreFixture()
    {
        Store = new(_place.File("models"));
        Model = Store.Model("beauty");
    }

    protected ModelStore Store { get; }

    protected StoredModel Model { get; }

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected static HistoryNote Note(string? why = null) => new("ada", DateTime.UnixEpoch.AddDays(20_000), why);

    protected static ModelManifest Manifest => new()
    {
        Trainer = "ease",
        Options = new() { ["lambda"] = 500 },
        Seed = 17,
        Dataset = "shop",
        Snapshot = "abc",
        Created = DateTime.UnixEpoch.AddDays(19_999),
        Seconds = 1,
        PeakMb = 1,
        Engine = "0.1.0",
        Customers = 2,
        Items = 2,
        Now = 21,
    };

    public void Dispose()
    {
        _place.Dispose();
        GC.SuppressFinalize(this);
    }

    protected string PathOf(string name) => _place.File(name);

    protected string FileOf(string name) => Path.Combine(Model.Folder, name);

    /// <summary>Publishes a version with two files that no other version has.</summary>
    protected SealedFolder Publish(StoredModel? model = null)
    {
        var target = model ?? Model;
        using var draft = target.Draft();
        File.WriteAllText(Path.Combine(draft.Folder, "model.safetensors"), $"weights {Guid.NewGuid()}");
        File.WriteAllText(Path.Combine(draft.Folder, "items.safetensors"), "soap, brush");
        return target.Publish(draft, Manifest, Note(), Token);
    }

    protected void Publish(int count)
    {
        for (var version = 0; version < count; version++) Publish();
    }

    protected void Promote(params ReadOnlySpan<int> versions)
    {
        foreach (var version in versions) Model.Promote(version, StoredModel.Production, Note(), Token);
    }

    protected int Rollback() => Model.Rollback(StoredModel.Production, Note("worse"), Token);

    protected int Live => Model.Aliases[StoredModel.Production];

    protected static string MessageOf(Action act) => Assert.Throws<Recommender.Core.UserErrorException>(act).Message;
}
