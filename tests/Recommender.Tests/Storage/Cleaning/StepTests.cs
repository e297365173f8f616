using Xunit;

namespace Recommender.Tests.Storage.Cleaning;

public sealed class StepTests : IDisposable
{
    readonly CleanedShop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void Of_equal_lines_the_first_stays_and_a_line_that_differs_anywhere_is_none()
    {
        var result = _shop.Clean("duplicates",
            "1,ann,pen,2,4,2026-01-05,,", "1,ann,pen,2,4,2026-01-05,,", "1,ann,pen,2,4,2026-01-05,,",
            "1,ann,pen,3,4,2026-01-05,,", "1,ann,pen,2,5,2026-01-05,,", "1,ann,pen,2,4,2026-01-06,,", "1,bob,pen,2,4,2026-01-05,,", "1,,pen,2,4,2026-01-05,,", "1,,pen,2,4,2026-01-05,,",
            "2,ann,pen,2,4,2026-01-05,,", "1,ann,ink,2,4,2026-01-05,,");

        Assert.Equal(["duplicates 3", "kept 8"], CleanedShop.Counts(result));
        Assert.Equal(8, _shop.Kept("order_id, customer_id, item_id, quantity, amount, purchased_at").Distinct().Count());
        Assert.Empty(_shop.Apart());
    }

    [Fact]
    public void Postage_fees_and_vouchers_are_no_products_and_what_sounds_alike_is_one()
    {
        (string Item, string Name)[] fees =
        [
            ("POST", ""), ("dot", ""), ("Amazon Fee", ""), ("BANK CHARGES", ""), ("gift_card_20", ""), ("TEST001", ""), ("C2", "CARRIAGE"), ("D", "Discount"),
            ("x1", "DOTCOM POSTAGE"), ("x2", "Gift card 20 EUR"), ("x3", "Shipping to France"),
        ];
        (string Item, string Name)[] goods =
            [("POSTER", "Poster"), ("S", ""), ("M", "Mug"), ("85123A", "POSTCARD RACK"), ("G1", "GIFT BAG"), ("22", "Delivery van for boys"), ("tipi", "Tipi")];

        var result = _shop.Clean("non_product", fees.Concat(goods).SelectMany(thing => new[] { 1, -1 }, (thing, pieces) => $"{pieces},ann,{thing.Item},{pieces},4,2026-01-05,,{thing.Name}"));

        Assert.Equal([$"non_product {2 * fees.Length}", $"kept {2 * goods.Length}"], CleanedShop.Counts(result));
        Assert.Equal(goods.Select(thing => thing.Item).Order(StringComparer.Ordinal), _shop.Kept("DISTINCT item_id"));
    }

    [Fact]
    public void An_item_is_judged_by_the_name_that_it_mostly_has() => Assert.Equal(
        ["kept 3"], CleanedShop.Counts(_shop.Clean("non_product", "1,ann,pen,1,4,2026-01-05,,Pen", "2,ann,pen,1,4,2026-01-05,,Pen", "3,ann,pen,1,4,2026-01-05,,Adjustment")));

    [Fact]
    public void Credit_invoices_and_cancelled_orders_are_cancellations()
    {
        var result = _shop.Clean("cancellations,returns",
            "C1,ann,pen,-2,4,2026-01-05,,", "c2,ann,ink,-1,-4,2026-01-05,,", "3,ann,pen,2,4,2026-01-05,cancelled,", "4,ann,pen,-1,2,2026-01-05,,", "CX,ann,pen,1,2,2026-01-05,,", "6,ann,pen,1,2,2026-01-05,no,");

        Assert.Equal(["cancellations 3", "returns 1", "kept 2"], CleanedShop.Counts(result));
        Assert.Equal(["3|cancellations|2|4", "4|returns|-1|-2", "C1|cancellations|-2|-4", "c2|cancellations|-1|-4"], _shop.Apart("order_id, fate, quantity, amount"));
    }

    [Fact]
    public void A_shop_whose_orders_all_begin_with_C_loses_nothing() => Assert.Equal(
        ["returns 1", "kept 40"],
        CleanedShop.Counts(_shop.Clean("cancellations,returns", [.. Enumerable.Range(1001, 40).Select(i => $"C{i},ann,pen,1,4,2026-01-05,,"), "C2000,ann,pen,-1,4,2026-01-05,,"])));

    [Fact]
    public void Negative_lines_outside_credit_invoices_are_returns() =>
        Assert.Equal(["returns 1", "kept 1"], CleanedShop.Counts(_shop.Clean("returns", "1,ann,pen,-1,4,2026-01-05,,", "2,ann,pen,1,4,2026-01-05,,")));

    [Fact]
    public void A_line_is_counted_by_the_first_step_that_claims_it() => Assert.Equal(
        ["duplicates 1", "non_product 1", "cancellations 1", "kept 1"],
        CleanedShop.Counts(_shop.Clean("duplicates,non_product,cancellations,returns,matched_sales",
            "C1,ann,POST,-1,4,2026-01-05,,", "C1,ann,POST,-1,4,2026-01-05,,", "C1,ann,pen,-1,4,2026-01-06,,", "2,bob,pen,1,4,2026-01-05,,")));
}
