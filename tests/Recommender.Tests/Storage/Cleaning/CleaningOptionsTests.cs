using Recommender.Core;
using Recommender.Storage.Cleaning;
using Xunit;

namespace Recommender.Tests.Storage.Cleaning;

public sealed class CleaningOptionsTests
{
    static readonly string[] Usual = ["ids", "duplicates", "non_product", "cancellations", "returns", "matched_sales", "bulk_outliers"];

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("default")]
    public void Every_step_but_variants_runs_unless_told_otherwise(string? text) => Assert.Equal(Usual, CleaningOptions.Parse(text).Steps);

    [Fact]
    public void Single_steps_are_switched() => Assert.Equal(
        ["ids", "non_product", "cancellations", "returns", "matched_sales", "variants"],
        CleaningOptions.Parse(" bulk-outliers=off, duplicates=off ,variants=on").Steps);

    [Fact]
    public void Off_runs_no_step() => Assert.Empty(CleaningOptions.Parse("off").Steps);

    [Theory]
    [InlineData("reference", true)]
    [InlineData("reference-baskets", false)]
    public void The_reference_filter_runs_no_step_beside_it(string text, bool needsCustomer)
    {
        var options = CleaningOptions.Parse(text);

        Assert.True(options.IsReference);
        Assert.Equal(needsCustomer, options.NeedsCustomer);
        Assert.All(CleaningOptions.Switchable, step => Assert.False(options.Runs(step)));
    }

    [Theory]
    [InlineData("refrence", "--clean 'refrence' is not understood: give default, reference, reference-baskets, off, or step=on|off pairs such as bulk_outliers=off. Did you mean 'reference'?")]
    [InlineData("duplicates", "--clean 'duplicates' is not understood")]
    [InlineData("duplicates=no", "--clean 'duplicates=no' is not understood")]
    [InlineData("duplicats=off", "'duplicats' is no cleaning step. Did you mean 'duplicates'? Steps: ids, duplicates, non_product, cancellations, returns, matched_sales, bulk_outliers, variants.")]
    [InlineData("off,returns=on", "--clean 'off' is not understood")]
    public void What_is_not_understood_is_refused_with_the_cure(string text, string complaint) =>
        Assert.StartsWith(complaint, Assert.Throws<UserErrorException>(() => CleaningOptions.Parse(text)).Message);

    [Fact]
    public void The_order_in_which_steps_are_named_does_not_matter_to_the_hash() => Assert.Equal(
        CleaningOptions.Parse("returns=off,returns=on,variants=on").ToJson().ToJsonString(), CleaningOptions.Parse("variants=on").ToJson().ToJsonString());

    [Fact]
    public void Every_threshold_enters_the_hash()
    {
        var usual = new CleaningOptions();
        CleaningOptions[] others = [usual, usual with { MaxRejected = 0.1 }, usual with { BulkDeviations = 6 }, usual with { BulkLeastLines = 30 }, usual with { NonProductCodes = "x" },
            usual with { NonProductNames = "x" }, CleaningOptions.Parse("reference"), CleaningOptions.Parse("reference-baskets"), CleaningOptions.Parse("off")];

        Assert.Equal(others.Length, others.Select(options => options.ToJson().ToJsonString()).Distinct().Count());
    }
}
