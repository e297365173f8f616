using Recommender.Storage.Homes;
using Recommender.Storage.Tables;
using Recommender.Training.Experiments;

namespace Recommender.Training.Views;

/// <summary>Bundles as a file for others.</summary>
static class BundleTable
{
    static readonly TableColumn[] Columns =
    [
        new("id", CellKind.Text), new("items", CellKind.Names), new("count", CellKind.Whole), new("support", CellKind.Number), new("lift", CellKind.Number),
        new("success", CellKind.Number), new("success_low", CellKind.Number), new("success_high", CellKind.Number), new("price", CellKind.Number), new("cost", CellKind.Number),
        new("discount", CellKind.Number), new("discounted_price", CellKind.Number), new("margin", CellKind.Number), new("margin_percent", CellKind.Number), new("stock", CellKind.Whole),
        new("bought_anyway", CellKind.Number), new("given_away", CellKind.Number), new("break_even", CellKind.Number), new("extra_margin", CellKind.Number),
        new("reach_baskets", CellKind.Whole), new("reach_customers", CellKind.Whole),
    ];

    public static void Write(HomeFolder home, string file, ProposedBundles proposed, CancellationToken cancellationToken) =>
        TableFile.Write(home, file, Columns, rows =>
        {
            foreach (var bundle in proposed.Result.Bundles)
            {
                rows.Text(System.Text.Encoding.UTF8.GetBytes(bundle.Id));
                rows.Names(proposed.Data.Baskets.Items, [.. bundle.Items]);
                rows.Whole(bundle.Count);
                foreach (var number in new[] { bundle.Support, bundle.Lift, bundle.Success.Share, bundle.Success.Low, bundle.Success.High }) rows.Number(number);
                foreach (var number in new[] { bundle.Offer.Price, bundle.Offer.Cost, bundle.Offer.Discount, bundle.Offer.DiscountedPrice, bundle.Offer.Margin, bundle.Offer.MarginPercent }) rows.Number(number ?? double.NaN);
                Whole(rows, bundle.Stock.Bundles);
                foreach (var number in new[] { bundle.Effect.BoughtAnyway, bundle.Effect.GivenAway, bundle.Effect.BreakEven, bundle.Effect.ExtraMargin }) rows.Number(number ?? double.NaN);
                rows.Whole(bundle.Reach.Baskets);
                Whole(rows, bundle.Reach.Customers);
                rows.EndRow();
            }
        }, cancellationToken);

    static void Whole(IRowWriter rows, long? value)
    {
        if (value is { } known) rows.Whole(known);
        else rows.Missing();
    }
}
