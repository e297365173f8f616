using Recommender.Storage.Cleaning;
using Recommender.Storage.Imports;
using Xunit;

namespace Recommender.Tests.Storage.Imports;

public sealed class RejectTests : IDisposable
{
    const string Header = "order,customer,item,quantity,amount,discount,date";

    readonly TemporaryImport _shop = new();

    public void Dispose() => _shop.Dispose();

    /// <summary>Lines, each with what is said of it: column, value, reason and cure.</summary>
    static readonly (string Line, string Reject)[] Unusable =
    [
        (",ann,pen,1,2,,2026-01-05", "order_id||it is blank|fill the column in the source, or map another one"),
        ("1,ann,,1,2,,2026-01-05", "item_id||it is blank|fill the column in the source, or map another one"),
        ("1,ann,pen,,2,,2026-01-05", "quantity||it is blank|fill the column in the source, or map another one"),
        ("1,ann,pen,many,2,,2026-01-05", "quantity|many|it is no number that can be read|write a number as the other lines do, or name the style (formats: decimal)"),
        ("1,ann,pen,inf,2,,2026-01-05", "quantity|inf|it is no number that can be read|write a number as the other lines do, or name the style (formats: decimal)"),
        ("1,ann,pen,0,2,,2026-01-05", "quantity|0|no pieces were bought|give the pieces bought, or leave the line out"),
        ("1,ann,pen,1,,,2026-01-05", "amount||it is blank|fill the column in the source, or map another one"),
        ("1,ann,pen,1,free,,2026-01-05", "amount|free|it is no number that can be read|write a number as the other lines do, or name the style (formats: decimal)"),
        ("1,ann,pen,1,-2,,2026-01-05", "amount|-2|the price is below zero while the quantity is not|write refunds as a negative quantity; leave accounting entries out"),
        ("1,ann,pen,1,2,half,2026-01-05", "discount|half|it is no number that can be read|write a number as the other lines do, or name the style (formats: decimal)"),
        ("1,ann,pen,1,2,3,2026-01-05", "discount|3|it is more than the line costs|give what was taken off this line, or map another column"),
        ("1,ann,pen,1,2,,", "purchased_at||it is blank|fill the column in the source, or map another one"),
        ("1,ann,pen,1,2,,soon", "purchased_at|soon|it is no date that can be read|write dates as the other lines do, or name the format (formats: dates)"),
        ("1,ann,pen,1,2,,2027-01-05", "purchased_at|2027-01-05|no purchase can have been made then|correct the year; dates from 1970 to tomorrow are taken"),
        ("1,ann,pen,1,2,,1900-01-01", "purchased_at|1900-01-01|no purchase can have been made then|correct the year; dates from 1970 to tomorrow are taken"),
        ("1,ann,pen,1,2,,2026-01-05,more", "|1,ann,pen,1,2,,2026-01-05,more|it has 8 fields and the header 7|quote the field that holds a delimiter, or take out the delimiter at its end"),
        ("1,ann,pen", "|1,ann,pen|it has 3 fields and the header 7|write every field of the line, blank ones too"),
    ];

    [Fact]
    public void Every_unusable_line_is_listed_with_its_column_value_reason_and_cure()
    {
        var result = _shop.Import(Request([.. Good(400), .. Unusable.Select(each => each.Line)]));

        Assert.Equal(Unusable.Select((each, at) => $"purchases.csv|{402 + at}|{each.Reject}"), _shop.Rows("rejects", "source, line, \"column\", value, reason, cure"));
        Assert.Equal((Unusable.Length, 400), (result.Profile.Counts["rejected"], result.Profile.Counts["kept"]));
    }

    [Fact]
    public void A_blank_price_is_missed_in_the_column_that_the_file_has()
    {
        var lines = Good(30).Select(line => line.Replace(",4,,", ",2,,", StringComparison.Ordinal));

        _shop.Import(Request([.. lines, "x,ann,pen,1,,,2026-01-05", "y,ann,pen,1,-2,,2026-01-05", "z,ann,pen,-1,-2,,2026-01-05"], Header.Replace("amount", "price", StringComparison.Ordinal)) with { Cleaning = new() { MaxRejected = 0.5 } });

        Assert.Equal(
            ["32|unit_price||it is blank", "33|unit_price|-2|the price is below zero while the quantity is not", "34|unit_price|-2|both price and quantity are below zero"],
            _shop.Rows("rejects", "line, \"column\", value, reason"));
    }

    [Fact]
    public void Line_numbers_are_those_of_the_file_where_quotes_hold_line_breaks()
    {
        _shop.Import(Request([.. Good(30), "1,\"ann\nof\nYork\",pen,1,2,,2026-01-05", "2,bob,pen,many,2,,2026-01-05"]));

        Assert.Equal(["35|many"], _shop.Rows("rejects", "line, value"));
    }

    [Fact]
    public void Three_bad_lines_in_twenty_thousand_are_listed_and_the_others_imported()
    {
        var lines = Good(20_000).ToArray();
        (lines[10], lines[10_000], lines[19_999]) = ("1,ann,pen,x,2,,2026-01-05", "1,ann,pen", "1,ann,pen,1,2,,0");

        var result = _shop.Import(Request(lines));

        Assert.Equal(["12|quantity", "10002|", "20001|purchased_at"], _shop.Rows("rejects", "line, \"column\""));
        Assert.Equal(19_997, result.Snapshot.Manifest.Lines);
    }

    [Fact]
    public void Past_five_percent_the_import_fails_with_an_example_and_writes_nothing()
    {
        var refusal = _shop.Refusal(Request([.. Good(18), "1,ann,pen,x,2,,2026-01-05", "2,ann,pen,y,2,,2026-01-05"]));

        Assert.Matches(@"^2 of 20 lines \(10\.0 ?%\) cannot be used, past the limit of 5 ?%: line 20 of purchases\.csv, quantity 'x': it is no number that can be read \(write a number", refusal);
        Assert.EndsWith("Mend the source or the mapping (see --dry-run), or raise --max-rejected.", refusal);
        Assert.Empty(_shop.Home.Dataset("default", "shop").All);
        Assert.False(Directory.Exists(_shop.Home.Dataset("default", "shop").Path), "a first import that fails leaves no empty dataset");
    }

    [Fact]
    public void Five_percent_exactly_are_borne_and_the_limit_can_be_raised()
    {
        _shop.Import(Request([.. Good(19), "1,ann,pen,x,2,,2026-01-05"]));
        _shop.Import(Request([.. Good(1), "1,ann,pen,x,2,,2026-01-05"]) with { Cleaning = new() { MaxRejected = 0.5 } });

        Assert.Equal(["3|x"], _shop.Rows("rejects", "line, value"));
    }

    [Fact]
    public void Broken_rows_of_the_shops_lists_are_listed_and_count_as_no_lines()
    {
        var items = _shop.Write("items.csv", "item,name", "pen,Pen", "ink", "cap,Cap,blue");

        var result = _shop.Import(Request(Good(10)) with { Items = items });

        Assert.Equal(["items.csv|3|ink", "items.csv|4|cap,Cap,blue"], _shop.Rows("rejects", "source, line, value"));
        Assert.Equal(10, result.Profile.Counts["kept"]);
        Assert.Equal(0, result.Profile.Counts["rejected"]);
    }

    static IEnumerable<string> Good(int lines) => Enumerable.Range(1, lines).Select(i => $"A{i},ann,pen,2,4,,2026-01-05");

    ImportRequest Request(IEnumerable<string> lines, string header = Header) => TemporaryImport.Request(_shop.Write("purchases.csv", [header, .. lines])) with { Cleaning = CleaningOptions.Parse("off") };
}
