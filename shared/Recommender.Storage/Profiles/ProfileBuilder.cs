using System.Globalization;
using DuckDB.NET.Data;
using Recommender.Core.Interactions;
using Recommender.Storage.Homes;
using Recommender.Storage.Snapshots;

namespace Recommender.Storage.Profiles;

/// <summary>Scans the tables of a snapshot's folder. The same tables give the same profile on any number of threads.</summary>
public static class ProfileBuilder
{
    static readonly string[] Tables = ["purchases", "returns", "items", "customers", "rejects"];

    /// <summary>Fills in what the tables in <paramref name="folder"/> say; source, counts and warnings stay as they are.</summary>
    public static SnapshotProfile Scan(DuckDBConnection connection, string folder, SnapshotProfile profile, CancellationToken cancellationToken)
    {
        var tables = new OrderedDictionary<string, TableProfile>();
        foreach (var table in Tables)
            tables[table] = new ColumnScan(connection, table, Path.Combine(folder, $"{table}.parquet")).Run(cancellationToken);

        LevelledPurchases.Define(connection, Level.Item, cancellationToken);
        var baskets = new BasketScan(connection, folder);
        return profile with { Tables = tables, Baskets = baskets.Run(cancellationToken), Months = baskets.Months(cancellationToken) };
    }

    /// <summary>The profile with baskets of categories, families or brands instead of items.</summary>
    public static SnapshotProfile AtLevel(HomeFolder home, SnapshotFolder snapshot, Level level, CancellationToken cancellationToken)
    {
        using var work = new WorkDatabase(home);
        LevelledPurchases.Define(work.Connection, level, cancellationToken);
        var baskets = new BasketScan(work.Connection, snapshot.Path);
        return SnapshotProfile.Read(snapshot.Profile) with { Baskets = baskets.Run(cancellationToken) };
    }

    /// <summary>Scans again after the tables of <paramref name="folder"/> were rewritten.</summary>
    public static void Rewrite(DuckDBConnection connection, string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, SnapshotProfile.FileName);
        Scan(connection, folder, SnapshotProfile.Read(path), cancellationToken).Write(path);
    }

    /// <summary>12.500000 is 12.5: the digits that say nothing go.</summary>
    internal static string? Plain(string? value) =>
        value is not null && value.Contains('.', StringComparison.Ordinal) && decimal.TryParse(value, CultureInfo.InvariantCulture, out _)
            ? value.TrimEnd('0').TrimEnd('.')
            : value;
}
