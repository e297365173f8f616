using System.Text.Json.Nodes;
using Recommender.Core.Baskets.Bundles;
using Recommender.Training.Experiments;

namespace Recommender.Training.Views;

/// <summary>Bundles as the document that scripts read; what is unknown is null.</summary>
static class BundleJson
{
    public static JsonObject Of(ProposedBundles proposed) => new()
    {
        ["baskets"] = proposed.Data.Baskets.Count,
        ["items"] = proposed.Data.Baskets.ItemCount,
        ["min_count"] = proposed.Options.MinCount,
        ["considered"] = proposed.Result.Considered,
        ["left_out"] = new JsonObject { ["variants"] = proposed.Result.OfVariants, ["below_floor"] = proposed.Result.BelowFloor },
        ["cut"] = proposed.Result.Cut is not null,
        ["cut_by"] = proposed.Result.Cut,
        ["rows"] = new JsonArray([.. proposed.Result.Bundles.Select(bundle => (JsonNode)Of(bundle, proposed))]),
    };

    static JsonObject Of(Bundle bundle, ProposedBundles proposed) => new()
    {
        ["id"] = bundle.Id,
        ["items"] = new JsonArray([.. bundle.Items.Select(item => JsonValue.Create(proposed.Data.Baskets.Items[item]))]),
        ["count"] = bundle.Count,
        ["support"] = bundle.Support,
        ["lift"] = bundle.Lift,
        ["weakest_link"] = bundle.WeakestLink,
        ["score"] = bundle.Score,
        ["success"] = new JsonObject { ["lead"] = proposed.Data.Baskets.Items[bundle.Success.Lead], ["value"] = bundle.Success.Share, ["low"] = bundle.Success.Low, ["high"] = bundle.Success.High },
        ["price"] = bundle.Offer.Price,
        ["cost"] = bundle.Offer.Cost,
        ["discount"] = bundle.Offer.Discount,
        ["discount_cut"] = bundle.Offer.IsCut,
        ["discounted_price"] = bundle.Offer.DiscountedPrice,
        ["margin"] = bundle.Offer.Margin,
        ["margin_percent"] = bundle.Offer.MarginPercent,
        ["stock"] = bundle.Stock.Bundles,
        ["scarcest"] = bundle.Stock.Scarcest is { } scarcest ? proposed.Data.Baskets.Items[scarcest] : null,
        ["stock_unknown"] = bundle.Stock.Unknown,
        ["bought_anyway"] = bundle.Effect.BoughtAnyway,
        ["given_away"] = bundle.Effect.GivenAway,
        ["break_even"] = bundle.Effect.BreakEven,
        ["extra_margin"] = bundle.Effect.ExtraMargin,
        ["reach"] = new JsonObject { ["baskets"] = bundle.Reach.Baskets, ["customers"] = bundle.Reach.Customers },
    };
}
