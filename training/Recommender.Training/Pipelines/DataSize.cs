using Recommender.Storage.Snapshots;

namespace Recommender.Training.Pipelines;

/// <summary>How large the data of a run is, or about how large it will be.</summary>
sealed record DataSize(double Lines, double Customers, double Items, double Pairs)
{
    const double BytesPerLine = 60;

    // Of shops whose lines only are known: what the reference data and the demo shops have in common.
    const double LinesPerCustomer = 60;
    const double PairsPerLine = 0.6;
    const double UsualItems = 5_000;

    public static DataSize Of(SnapshotManifest snapshot) => new(snapshot.Lines, snapshot.Customers, snapshot.Items, snapshot.Pairs);

    public static DataSize OfLines(double lines) => new(lines, lines / LinesPerCustomer, Math.Min(UsualItems, lines / 10), lines * PairsPerLine);

    public static DataSize OfBytes(double bytes) => OfLines(bytes / BytesPerLine);
}
