using System.Globalization;
using System.IO.Compression;
using Recommender.Storage.Cleaning;
using Recommender.Storage.Sources.Mapping;
using Recommender.Tests.Storage.Imports;
using Xunit;

namespace Recommender.Tests.Storage.Sources.Mapping;

public sealed class AdventureWorksTests
{
    [Fact]
    public void Seven_files_of_a_real_company_are_joined_to_the_last_cent()
    {
        var folder = SharedData.Path("adventureworks");
        using var shop = new TemporaryImport();

        var result = shop.Import(TemporaryImport.Request(folder) with
        {
            Mapping = MappingDocument.Load(ProjectRoot.Path("pipelines/adventureworks.yaml")),
            Cleaning = CleaningOptions.Parse("default"),
        });

        Assert.Equal(60_855, result.Profile.Source.Rows);
        var figures = TemporaryImport.Query(
            """
            SELECT count(*), count(DISTINCT order_id), count(DISTINCT customer_id), count(DISTINCT item_id), sum(amount), count(site_id), count(currency)
            FROM (SELECT * FROM read_parquet($kept) UNION ALL BY NAME SELECT * EXCLUDE (fate) FROM read_parquet($apart))
            """,
            ("kept", shop.Current.Purchases), ("apart", shop.Current.Returns))[0].Split('|');
        Assert.Equal(["60855", "3796", "635", "250", SalesAmount(folder), "60855", "60855"], figures);
        Assert.Equal(["Accessories", "Bikes", "Clothing", "Components"], shop.Rows("items", "DISTINCT category").Where(category => category.Length > 0));
    }

    static string SalesAmount(string folder)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(folder, "FactResellerSales.csv.gz")), CompressionMode.Decompress));
        var column = Array.IndexOf(reader.ReadLine()!.Split(','), "SalesAmount");
        var sum = 0m;
        while (reader.ReadLine() is { } line) sum += Math.Round(decimal.Parse(line.Split(',')[column], CultureInfo.InvariantCulture), 6);
        return sum.ToString("0.######", CultureInfo.InvariantCulture);
    }
}
