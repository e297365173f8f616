using System.Globalization;
using Recommender.Tests.Storage.Imports;
using Xunit;

namespace Recommender.Tests.Storage.Sources.Formats;

public sealed class NumberStyleTests(ReadingTexts texts) : IClassFixture<ReadingTexts>
{
    [Theory]
    [InlineData("12", 12)]
    [InlineData("-12.5", -12.5)]
    [InlineData("+3", 3)]
    [InlineData(".5", 0.5)]
    [InlineData("5.", 5)]
    [InlineData("007", 7)]
    [InlineData("1,234.50", 1234.5)]
    [InlineData("1,234,567", 1234567)]
    [InlineData("1'234.50", 1234.5)]
    [InlineData("1 234.50", 1234.5)]
    [InlineData("1\u00A0234.50", 1234.5)]
    [InlineData("$1,250.00", 1250)]
    [InlineData("-$4.50", -4.5)]
    [InlineData("$-4.50", -4.5)]
    [InlineData("($4.50)", -4.5)]
    [InlineData("4.50-", -4.5)]
    [InlineData("£3", 3)]
    [InlineData("€ 3", 3)]
    [InlineData("3 €", 3)]
    [InlineData("₹1,500", 1500)]
    [InlineData("R$ 7.00", 7)]
    [InlineData("US$7", 7)]
    [InlineData("USD 7.25", 7.25)]
    [InlineData("7.25 CHF", 7.25)]
    [InlineData("1e3", 1000)]
    [InlineData("1.5E2", 150)]
    [InlineData("0.1234565", 0.123457)]      // more than six places are rounded
    [InlineData("2.9999999", 3)]
    public void A_number_with_a_decimal_point_is_read(string text, double value) => Assert.Equal((decimal)value, texts.Number("number_point", text));

    [Theory]
    [InlineData("12", 12)]
    [InlineData("12,5", 12.5)]
    [InlineData("-0,99", -0.99)]
    [InlineData("1.234,50", 1234.5)]
    [InlineData("1.234.567", 1234567)]
    [InlineData("1 234,50", 1234.5)]
    [InlineData("1'234,50", 1234.5)]
    [InlineData("28,90 zł", 28.9)]
    [InlineData("28,90 €", 28.9)]
    [InlineData("EUR 28,90", 28.9)]
    [InlineData("(28,90)", -28.9)]
    [InlineData("28,90-", -28.9)]
    [InlineData("0,1234567", 0.123457)]
    public void A_number_with_a_decimal_comma_is_read(string text, double value) => Assert.Equal((decimal)value, texts.Number("number_comma", text));

    [Theory]
    [InlineData("NaN")]
    [InlineData("inf")]
    [InlineData("-Infinity")]
    [InlineData("1e400")]
    [InlineData("abc")]
    [InlineData("12abc")]
    [InlineData("1,23")]                      // neither thousands nor a point
    [InlineData("1.2.3")]
    [InlineData("--5")]
    [InlineData("0x1F")]
    [InlineData("9999999999999")]             // past twelve digits before the point
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("$")]
    [InlineData("10 %")]
    public void What_is_no_number_is_refused(string text) => Assert.Null(texts.Number("number_point", text));

    [Theory]
    [InlineData("1.5")]                       // in a file of decimal commas this is a mistake, not fifteen
    [InlineData("1,234.50")]
    [InlineData("1,2,3")]
    [InlineData(",")]
    public void What_does_not_fit_a_decimal_comma_is_refused(string text) => Assert.Null(texts.Number("number_comma", text));

    [Fact]
    public void Every_amount_reads_back_from_every_style()
    {
        var random = new Random(5);
        var german = (NumberFormatInfo)NumberFormatInfo.InvariantInfo.Clone();
        (german.NumberDecimalSeparator, german.NumberGroupSeparator) = (",", ".");
        decimal?[] amounts = [.. Enumerable.Range(0, 2000).Select(_ => Math.Round((decimal)Math.Pow(10, 9 * random.NextDouble()), random.Next(3)) * (random.Next(4) == 0 ? -1 : 1))];

        Assert.Equal(amounts, texts.Numbers("number_point", amounts.Select(amount => amount!.Value.ToString(CultureInfo.InvariantCulture))));
        Assert.Equal(amounts, texts.Numbers("number_point", amounts.Select(amount => amount!.Value.ToString("#,0.00", CultureInfo.InvariantCulture))));
        Assert.Equal(amounts, texts.Numbers("number_comma", amounts.Select(amount => amount!.Value.ToString("#,0.00", german))));
        Assert.Equal(amounts, texts.Numbers("number_comma", amounts.Select(amount => amount!.Value.ToString("0.##", german))));
    }

    [Theory]
    [InlineData("decimal comma", "2,50", "3", "1,235")]
    [InlineData("decimal comma", "1.234,50", "3", "1.234")]
    [InlineData("decimal point", "2.50", "3", "1,235")]
    [InlineData("decimal point", "1,234.50", "1,234", "3")]
    [InlineData("decimal point", "3", "4", "5")]
    public void The_decimal_sign_is_what_most_numbers_tell(string numbers, params string[] amounts)
    {
        using var shop = new TemporaryImport();

        var result = shop.Import("off", ["order;item;date;amount", .. amounts.Select((amount, i) => $"{i};pen;2026-01-05;{amount}")]);

        Assert.Equal(numbers, result.Found.Numbers);
        Assert.Empty(shop.Rows("rejects"));
    }

    [Fact]
    public void Numbers_that_can_be_read_either_way_are_thousands_with_a_warning_unless_a_person_says_otherwise()
    {
        using var shop = new TemporaryImport();
        var request = TemporaryImport.Request(shop.Write("lines.csv", "order;item;date;amount", "1;pen;2026-01-05;1,234", "2;pen;2026-01-05;2,500"));

        var guessed = shop.Import(request);
        Assert.Equal(["1234", "2500"], shop.Rows("purchases", "amount"));
        Assert.Contains(guessed.Profile.Warnings, warning => warning.StartsWith("Numbers such as 1,234 can be read with a comma between thousands or before decimals", StringComparison.Ordinal));

        var told = shop.Import(request with { Formats = new() { DecimalSign = "comma" } });
        Assert.Equal(["1.234", "2.5"], shop.Rows("purchases", "amount"));
        Assert.DoesNotContain(told.Profile.Warnings, warning => warning.StartsWith("Numbers", StringComparison.Ordinal));

        Assert.Equal("'dot' is no decimal sign: give comma or point.", shop.Refusal(request with { Formats = new() { DecimalSign = "dot" } }));
    }

    [Fact]
    public void The_list_of_items_has_its_own_decimal_sign()
    {
        using var shop = new TemporaryImport();
        var lines = shop.Write("lines.csv", "order,item,date,amount", "1,pen,2026-01-05,2.50", "2,ink,2026-01-05,3.75");
        var items = shop.Write("items.csv", "item;name;price", "pen;Pen;2,75", "ink;Ink;1.003,75");

        shop.Import(TemporaryImport.Request(lines) with { Items = items });

        Assert.Equal(["ink|1003.75", "pen|2.75"], shop.Rows("items", "item_id, price"));
        Assert.Equal(["2.5", "3.75"], shop.Rows("purchases", "amount"));
    }
}
