using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DuckDB.NET.Data;
using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Interactions;
using Recommender.Core.Store;
using Recommender.Storage.Datasets;
using Recommender.Storage.Homes;
using Recommender.Storage.Snapshots;

namespace Recommender.Storage.Baskets;

/// <summary>Reads the baskets of a snapshot: every order of a customer, or of nobody known, is one.</summary>
public sealed class BasketReader
{
    readonly SnapshotFolder _snapshot;
    readonly BasketRequest _request;
    readonly DuckDBConnection _connection;
    readonly CancellationToken _cancellationToken;

    BasketReader(SnapshotFolder snapshot, BasketRequest request, DuckDBConnection connection, CancellationToken cancellationToken) =>
        (_snapshot, _request, _connection, _cancellationToken) = (snapshot, request, connection, cancellationToken);

    /// <summary>Reads what the request asks for; where that is nothing, it is an error.</summary>
    public static BasketData Read(HomeFolder home, SnapshotFolder snapshot, BasketRequest request, CancellationToken cancellationToken)
    {
        request = request.Checked(snapshot.Manifest.Dataset, snapshot.Manifest.From is not null);
        using var database = new WorkDatabase(home);
        return new BasketReader(snapshot, request, database.Connection, cancellationToken).Read();
    }

    BasketData Read()
    {
        LevelledPurchases.Define(_connection, _request.Level, _cancellationToken);
        if (_request.Chooses) new BasketChoice(_connection, _snapshot, _request, _cancellationToken).Apply();
        var numbered = new NumberedPurchases(_connection, _snapshot, _cancellationToken);
        if (numbered.Items.Count == 0) throw Nothing();

        var shop = numbered.Baskets(DatasetParts.None);
        var hasTimes = _snapshot.Manifest.From is not null;
        return new()
        {
            Baskets = new()
            {
                Lines = new(shop.Starts, shop.Items, default, numbered.Items.Count),
                Items = numbered.Items,
                Times = hasTimes ? shop.Times : default,
                Weights = _request.HalfLife > 0 ? Weights(shop.Times.Span) : default,
                CustomerStarts = shop.CustomerStarts,
            },
            Facts = new CatalogueReader(_connection, _request.Level).Read(numbered.Items, _snapshot.Items, _cancellationToken),
            Name = _snapshot.Manifest.Dataset,
            Hash = Hash(),
        };
    }

    // A basket of the last minute counts one.
    float[] Weights(ReadOnlySpan<int> times)
    {
        var weighting = new Weighting(HalfLife: _request.HalfLife);
        var last = ShopBaskets.MinuteOf(_snapshot.Manifest.To!.Value);
        var weights = new float[times.Length];
        for (var basket = 0; basket < weights.Length; basket++) weights[basket] = weighting.Decay(last - times[basket]);
        return weights;
    }

    string Hash()
    {
        var hash = _request.Level == Level.Item ? _snapshot.Manifest.Hash : $"{_snapshot.Manifest.Hash}:{_request.Level.ToString().ToLowerInvariant()}";
        var listed = _request.CustomerFile is { } file ? FileHash.Of(file, _cancellationToken) : "";
        var words = (_request with { CustomerFile = null }).Words();
        if (words.Length + listed.Length == 0 && _request.HalfLife == 0) return hash;

        var choice = string.Create(CultureInfo.InvariantCulture, $"{words}|{listed}|{_request.HalfLife:R}");
        return $"{hash}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(choice)))[..16]}";
    }

    UserErrorException Nothing()
    {
        var (dataset, words) = (_snapshot.Manifest.Dataset, _request.Words());
        if (_snapshot.Manifest.Lines == 0) return new($"The dataset '{dataset}' has no purchases, so it has no baskets. See what became of its lines: recommender profile --dataset {dataset}.");

        return words.Length > 0
            ? new($"The dataset '{dataset}' has no basket with all of: {words}. Leave one of these conditions away, or widen it.")
            : new($"No item of the dataset '{dataset}' has a {_request.Level.ToString().ToLowerInvariant()}, so it has no baskets at that level. Import a list of items with it (--items), or leave --level away.");
    }
}
