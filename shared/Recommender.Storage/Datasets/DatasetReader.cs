using DuckDB.NET.Data;
using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Interactions;
using Recommender.Storage.Homes;
using Recommender.Storage.Snapshots;

namespace Recommender.Storage.Datasets;

/// <summary>Streams a snapshot's Parquet into a <see cref="Dataset"/>.</summary>
public sealed class DatasetReader
{
    readonly SnapshotFolder _snapshot;
    readonly DatasetRequest _request;
    readonly DuckDBConnection _connection;
    readonly CancellationToken _cancellationToken;

    DatasetReader(SnapshotFolder snapshot, DatasetRequest request, DuckDBConnection connection, CancellationToken cancellationToken) =>
        (_snapshot, _request, _connection, _cancellationToken) = (snapshot, request, connection, cancellationToken);

    /// <summary>Reads the snapshot; one without any purchase is an error.</summary>
    public static Dataset Read(HomeFolder home, SnapshotFolder snapshot, DatasetRequest request, CancellationToken cancellationToken)
    {
        using var database = new WorkDatabase(home);
        return new DatasetReader(snapshot, request, database.Connection, cancellationToken).Read();
    }

    Dataset Read()
    {
        var manifest = _snapshot.Manifest;
        LevelledPurchases.Define(_connection, _request.Level, _cancellationToken);
        var purchases = new NumberedPurchases(_connection, _snapshot, _cancellationToken);
        var items = purchases.Items;
        if (items.Count == 0) throw new UserErrorException($"The dataset '{manifest.Dataset}' has no purchases to learn from. See what became of its lines: recommender profile --dataset {manifest.Dataset}.");

        if (_request.Level != Level.Item && items.Count == 1 && items[0] == LevelledPurchases.NoGroup)
            throw new UserErrorException($"No item of the dataset '{manifest.Dataset}' has a {_request.Level.ToString().ToLowerInvariant()}, so nothing can be learned at that level. Import a list of items with it (--items), or leave --level away.");

        return new()
        {
            Name = manifest.Dataset,
            Hash = _request.Level == Level.Item ? manifest.Hash : $"{manifest.Hash}:{_request.Level.ToString().ToLowerInvariant()}",
            Customers = purchases.Customers,
            Items = items,
            Baskets = purchases.Baskets(_request.Parts),
            Now = manifest.To is { } last ? ShopBaskets.MinuteOf(last) + 1 : 0,
            HasTimes = manifest.From is not null,
            Catalogue = _request.Parts.HasFlag(DatasetParts.Catalogue) ? new CatalogueReader(_connection, _request.Level).Read(items, _snapshot.Items, _cancellationToken) : Catalogue.Empty,
            Ratings = _request.Parts.HasFlag(DatasetParts.Ratings) ? purchases.Ratings() : null,
        };
    }
}
