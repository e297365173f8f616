using Recommender.Storage.Homes;
using Recommender.Storage.Tables;
using Recommender.Training.Experiments;

namespace Recommender.Training.Views;

/// <summary>The pairs of a cross-sell matrix as a file for others.</summary>
static class MatrixTable
{
    static readonly TableColumn[] Columns =
    [
        new("anchor", CellKind.Text), new("item", CellKind.Text), new("count", CellKind.Whole), new("affinity", CellKind.Number), new("support", CellKind.Number),
        new("confidence", CellKind.Number), new("reverse_confidence", CellKind.Number), new("lift", CellKind.Number),
    ];

    public static void Write(HomeFolder home, string file, MatrixAnswer answer, CancellationToken cancellationToken) =>
        TableFile.Write(home, file, Columns, rows =>
        {
            foreach (var (anchor, match) in answer.Pairs)
            {
                rows.Text(answer.Counted.Items.Utf8(anchor));
                rows.Text(answer.Counted.Items.Utf8(match.Item));
                rows.Whole(match.Count);
                foreach (var number in new[] { match.Affinity, match.Support, match.Confidence, match.ReverseConfidence, match.Lift }) rows.Number(number);
                rows.EndRow();
            }
        }, cancellationToken);
}
