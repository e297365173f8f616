using DuckDB.NET.Data;
using Recommender.Core.Datasets;
using Recommender.Core.Interactions;

namespace Recommender.Storage.Datasets;

/// <summary>Reads what a snapshot knows of its items, in the order of a vocabulary. A group of items has its name only.</summary>
sealed class CatalogueReader(DuckDBConnection connection, Level level)
{
    public Catalogue Read(Vocabulary items, string file, CancellationToken cancellationToken)
    {
        var names = new string?[items.Count];
        if (level != Level.Item)
        {
            for (var item = 0; item < names.Length; item++) names[item] = items[item];
            return new() { Names = names };
        }
        var (categories, families, brands, variants) = (new string?[items.Count], new string?[items.Count], new string?[items.Count], new string?[items.Count]);
        var (prices, costs, stocks, launches) = (Unknown(items.Count), Unknown(items.Count), Unknown(items.Count), new int[items.Count]);
        Array.Fill(launches, int.MinValue);
        using var command = connection.Command(
            """
            SELECT n.item, i.name, i.category, i.family, i.brand, i.variant_of, CAST(i.price AS DOUBLE), CAST(i.cost AS DOUBLE), CAST(i.stock AS DOUBLE),
                   CAST(epoch_us(i.launched_at) // 60000000 AS BIGINT)
            FROM numbered_items n JOIN read_parquet($items) i ON i.item_id = n.id
            """, [("items", file)]);
        using var reader = command.ExecuteReader(cancellationToken);
        while (reader.Read(cancellationToken))
        {
            var item = reader.GetInt32(0);
            (names[item], categories[item], families[item], brands[item], variants[item]) = (Text(reader, 1), Text(reader, 2), Text(reader, 3), Text(reader, 4), Text(reader, 5));
            (prices[item], costs[item], stocks[item]) = (Number(reader, 6), Number(reader, 7), Number(reader, 8));
            if (!reader.IsDBNull(9)) launches[item] = (int)reader.GetInt64(9);
        }
        return new()
        {
            Names = Known(names),
            Categories = Known(categories),
            Families = Known(families),
            Brands = Known(brands),
            Variants = Known(variants),
            Prices = prices,
            Costs = Known(costs),
            Stocks = Known(stocks),
            Launches = launches,
        };
    }

    static float[] Unknown(int items)
    {
        var numbers = new float[items];
        Array.Fill(numbers, float.NaN);
        return numbers;
    }

    static float Number(DuckDBDataReader reader, int column) => reader.IsDBNull(column) ? float.NaN : (float)reader.GetDouble(column);

    static string? Text(DuckDBDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    // A column in which nothing is known is no column.
    static string?[] Known(string?[] column) => Array.Exists(column, text => text is not null) ? column : [];

    static float[] Known(float[] column) => Array.Exists(column, number => !float.IsNaN(number)) ? column : [];
}
