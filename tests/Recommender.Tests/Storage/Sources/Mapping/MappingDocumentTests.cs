using Recommender.Core;
using Recommender.Storage.Sources.Mapping;
using Xunit;

namespace Recommender.Tests.Storage.Sources.Mapping;

public sealed class MappingDocumentTests
{
    const string Good =
        """
        files: { lines: "*.csv" }
        purchases:
          from: lines
          columns:
            order_id: Bon
            item_id: [SKU, Name]
            purchased_at: { date: Day, time: Time }
            channel: { value: store }
            site_id: { joined: [Town, Till] }
            cancelled: { State: [void, storno], Gone at: any }
        customers:
          from: lines
          columns: { customer_id: Card, attributes: [Birth Year] }
        """;

    [Fact]
    public void Every_kind_of_column_is_read()
    {
        var mapping = MappingDocument.Parse(Good, "shop.yaml");

        var columns = mapping.Purchases.Columns;
        Assert.Equal(["Bon"], Assert.IsType<ColumnSource.FirstOf>(columns["order_id"]).Columns);
        Assert.Equal(["SKU", "Name"], Assert.IsType<ColumnSource.FirstOf>(columns["item_id"]).Columns);
        Assert.Equal(new ColumnSource.DateAndTime("Day", "Time"), columns["purchased_at"]);
        Assert.Equal(new ColumnSource.Constant("store"), columns["channel"]);
        Assert.Equal(["Town", "Till"], Assert.IsType<ColumnSource.Joined>(columns["site_id"]).Columns);
        var cancelled = Assert.IsType<ColumnSource.AnyOf>(columns["cancelled"]).Columns;
        Assert.Equal(["void", "storno"], cancelled["State"]);
        Assert.Empty(cancelled["Gone at"]);
        Assert.Equal(["Birth Year"], mapping.Customers!.Attributes);
        Assert.Equal("*.csv", mapping.Files["lines"]);
    }

    [Fact]
    public void A_pipeline_file_has_its_mapping_under_source_and_may_name_the_dataset()
    {
        var mapping = MappingDocument.Parse($"dataset: bikes\nsource:\n  {Good.Replace("\n", "\n  ")}\nmodels: [ease]\n", "bikes.yaml");

        Assert.Equal("bikes", mapping.Dataset);
        Assert.Equal("lines", mapping.Purchases.From);
    }

    [Theory]
    [InlineData("order_id: Bon", "oder_id: Bon", "shop.yaml, line 5: 'oder_id' is no key of purchases.columns. Did you mean 'order_id'? Known: order_id, customer_id,")]
    [InlineData("  from: lines\n  columns:", "  form: lines\n  columns:", "shop.yaml, line 3: 'form' is no key of purchases. Did you mean 'from'?")]
    [InlineData("purchases:", "purchase:", "shop.yaml, line 2: 'purchase' is no key of a source. Did you mean 'purchases'?")]
    [InlineData("{ date: Day, time: Time }", "{ date: Day, tme: Time }", "shop.yaml, line 7: 'tme' is no key of 'purchased_at'. Did you mean 'time'?")]
    [InlineData("{ date: Day, time: Time }", "{ date: Day }", "shop.yaml, line 7: 'time' is missing in 'purchased_at'; add 'time: ...'.")]
    [InlineData("{ date: Day, time: Time }", "{ date: Day, time: [Time] }", "shop.yaml, line 7: a text is expected here, not a list or a mapping.")]
    [InlineData("attributes: [Birth Year]", "atributes: [Birth Year]", "shop.yaml, line 13: 'atributes' is no key of customers.columns. Did you mean 'attributes'?")]
    [InlineData("files: { lines: \"*.csv\" }", "files: [lines]", "shop.yaml, line 1: 'files' must be a mapping of keys to values.")]
    [InlineData("files: {", "formats: { date: iso }\nfiles: {", "shop.yaml, line 1: 'date' is no key of formats. Did you mean 'dates'?")]
    public void A_wrong_key_is_named_with_its_line_and_the_one_that_was_meant(string right, string wrong, string complaint)
    {
        Assert.Contains(right, Good);

        Assert.StartsWith(complaint, Fault(Good.Replace(right, wrong)));
    }

    [Theory]
    [InlineData("a: b\npurchases: {from: [}", "shop.yaml, line 2: this is not valid YAML")]
    [InlineData("just words", "shop.yaml holds no mapping: it must say where purchases come from")]
    [InlineData("", "shop.yaml holds no mapping")]
    [InlineData("name: x", "shop.yaml, line 1: 'purchases' is missing")]
    [InlineData("purchases: { from: lines }", "shop.yaml, line 1: 'columns' is missing in purchases.")]
    [InlineData("purchases: { columns: { order_id: Bon } }", "shop.yaml, line 1: 'from' is missing in purchases")]
    public void A_document_that_is_no_mapping_is_refused(string yaml, string complaint) => Assert.StartsWith(complaint, Fault(yaml));

    [Fact]
    public void A_missing_mapping_file_is_named() =>
        Assert.StartsWith("'nowhere.yaml' is not there", Assert.Throws<UserErrorException>(() => MappingDocument.Load("nowhere.yaml")).Message);

    static string Fault(string yaml) => Assert.Throws<UserErrorException>(() => MappingDocument.Parse(yaml, "shop.yaml")).Message;
}
