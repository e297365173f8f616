using System.Text;
using Recommender.Storage.Homes;
using Recommender.Storage.Tables;
using Recommender.Training.Experiments;

namespace Recommender.Training.Views;

/// <summary>Trends as a file for others.</summary>
static class TrendTable
{
    static readonly TableColumn[] Columns =
    [
        new("kind", CellKind.Text), new("item", CellKind.Text), new("other", CellKind.Text), new("count_before", CellKind.Whole), new("count_after", CellKind.Whole),
        new("expected_before", CellKind.Number), new("expected_after", CellKind.Number), new("change", CellKind.Number), new("low", CellKind.Number), new("high", CellKind.Number),
        new("p", CellKind.Number), new("q", CellKind.Number),
    ];

    public static void Write(HomeFolder home, string file, FoundTrends found, CancellationToken cancellationToken) =>
        TableFile.Write(home, file, Columns, rows =>
        {
            foreach (var (kind, pairs) in found.Kinds)
            {
                foreach (var pair in pairs)
                {
                    rows.Text(Encoding.UTF8.GetBytes(kind));
                    rows.Text(found.Data.Baskets.Items.Utf8(pair.Item));
                    rows.Text(found.Data.Baskets.Items.Utf8(pair.Other));
                    rows.Whole(pair.Count.Before);
                    rows.Whole(pair.Count.After);
                    foreach (var number in new[] { pair.Expected.Before, pair.Expected.After, pair.Change, pair.Low ?? double.NaN, pair.High ?? double.NaN, pair.P, pair.Q }) rows.Number(number);
                    rows.EndRow();
                }
            }
        }, cancellationToken);
}
