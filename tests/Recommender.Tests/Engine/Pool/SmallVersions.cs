using Recommender.Core.Baskets.CrossSell;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Folders;
using Recommender.Core.Models.Popularity;
using Recommender.Core.Store;
using Recommender.Tests.Core.Baskets.CrossSell;

namespace Recommender.Tests.Engine.Pool;

/// <summary>Small real versions in a store. Each names itself in the ids of its items and in its scores, so that an answer tells where it is from.</summary>
static class SmallVersions
{
    public const int Items = 40;

    static int _published;

    public static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    /// <summary>Publishes a version whose items are called by <paramref name="mark"/>, and makes it live where an alias is given.</summary>
    public static int Publish(this StoredModel model, string mark = "a", string? alias = StoredModel.Production, string? level = null)
    {
        using var draft = model.Draft();
        draft.Take(ModelFolder.Fill(draft.Folder, Trained(mark)));
        return Finish(model, draft, Manifest(PopularityModel.Name) with { Level = level }, alias);
    }

    /// <summary>Publishes a cross-sell matrix, in the same way.</summary>
    public static int PublishMatrix(this StoredModel model, string? alias = StoredModel.Production)
    {
        var baskets = SmallShops.Random(4);
        var matrix = CrossSellBuilder.Build(baskets, new() { MinCount = 1, Best = 3 }, progress: null, Token);
        using var draft = model.Draft();
        draft.Take(CrossSellFolder.Fill(draft.Folder, matrix, baskets.Items));
        return Finish(model, draft, Manifest(CrossSellMatrix.Name), alias);
    }

    public static void Promote(this StoredModel model, int version, string alias = StoredModel.Production) => model.Promote(version, alias, Note(), Token);

    /// <summary>Moves production by the file alone, as fast as a rename.</summary>
    public static void PointAt(this StoredModel model, int version)
    {
        var hidden = StagingName.Next(model.Folder);
        File.WriteAllText(hidden, $$"""{"production":{{version}}}""");
        File.Move(hidden, Path.Combine(model.Folder, "aliases.json"), overwrite: true);
    }

    /// <summary>What every item of a version with this mark scores.</summary>
    public static float ScoreOf(string mark, int item) => mark[0] * 1000 + item;

    static TrainedModel Trained(string mark) => new(
        new PopularityModel(Enumerable.Range(0, Items).Select(item => ScoreOf(mark, item)).ToArray()),
        Vocabulary.Of(Enumerable.Range(0, Items).Select(item => $"{mark}-{item:00}")),
        new(Enumerable.Repeat((byte)1, 32).ToArray(), new[] { 32 }), BasketsBuilder.From(1, Items, [new(0, 0, 10)]), Now: 21);

    static int Finish(StoredModel model, VersionDraft draft, ModelManifest manifest, string? alias)
    {
        var version = model.Publish(draft, manifest, Note(), Token).Manifest.Version ?? 0;
        if (alias is not null) model.Promote(version, alias);
        return version;
    }

    // A minute later each time.
    static HistoryNote Note() => new("ada", DateTime.UnixEpoch.AddDays(20_000).AddMinutes(Interlocked.Increment(ref _published)));

    static ModelManifest Manifest(string trainer) => new()
    {
        Trainer = trainer,
        Options = [],
        Seed = 17,
        Dataset = "shop",
        Snapshot = "abc",
        Created = DateTime.UnixEpoch.AddDays(19_999),
        Seconds = 1,
        PeakMb = 1,
        Engine = "0.1.0",
        Customers = 1,
        Items = Items,
        Now = 21,
    };
}
