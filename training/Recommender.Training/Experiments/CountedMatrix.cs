using System.Text.Json.Nodes;
using Recommender.Core.Baskets.CrossSell;
using Recommender.Core.Datasets;
using Recommender.Core.Store;
using Recommender.Storage.Baskets;

namespace Recommender.Training.Experiments;

/// <summary>A cross-sell matrix with the names of its items: counted just now, or opened from its folder.</summary>
sealed class CountedMatrix : IDisposable
{
    readonly OpenedCrossSell? _opened;

    CountedMatrix(CrossSellMatrix matrix, Vocabulary items, ModelManifest manifest, OpenedCrossSell? opened = null) =>
        (Matrix, Items, Manifest, _opened) = (matrix, items, manifest, opened);

    /// <summary>The counts, by item number.</summary>
    public CrossSellMatrix Matrix { get; }

    /// <summary>The ids behind the numbers.</summary>
    public Vocabulary Items { get; }

    /// <summary>What is known of the items; nothing of a matrix that was opened.</summary>
    public Catalogue Facts { get; private init; } = Catalogue.Empty;

    /// <summary>From what and how it was made.</summary>
    public ModelManifest Manifest { get; }

    /// <summary>What it was counted in.</summary>
    public string Name => Manifest.Dataset;

    /// <summary>Opens a folder that <see cref="Save"/> wrote, or a version of the store.</summary>
    public static CountedMatrix Open(SealedFolder folder, CancellationToken cancellationToken)
    {
        var opened = CrossSellFolder.Open(folder, known: null, cancellationToken);
        return new(opened.Matrix, opened.Items, opened.Manifest, opened);
    }

    /// <summary>A matrix that was counted just now.</summary>
    public static CountedMatrix Of(BasketData data, CrossSellMatrix matrix, CrossSellOptions options, (double Seconds, double PeakMb) run)
    {
        var times = data.Baskets.Times.Span;
        var manifest = new ModelManifest
        {
            Trainer = CrossSellMatrix.Name,
            Options = new JsonObject { ["min_count"] = options.MinCount, ["best"] = options.Best },
            Seed = 0,
            Dataset = data.Name,
            Snapshot = data.Hash,
            Created = TimeProvider.System.GetUtcNow().UtcDateTime,
            Seconds = run.Seconds,
            PeakMb = run.PeakMb,
            Engine = ProgramBuild.Version,
            Commit = ProgramBuild.Commit,
            Customers = 0,
            Items = matrix.ItemCount,
            Now = times.IsEmpty ? 0 : System.Numerics.Tensors.TensorPrimitives.Max(times) + 1,
        };
        return new(matrix, data.Baskets.Items, manifest) { Facts = data.Facts };
    }

    /// <summary>Writes it into a folder of its own.</summary>
    public void Save(string folder, CancellationToken cancellationToken) => CrossSellFolder.Write(folder, Matrix, Items, Manifest, cancellationToken);

    /// <summary>What people call the items.</summary>
    public ItemNames Names => new(Items, Facts, Name);

    public void Dispose() => _opened?.Dispose();
}
