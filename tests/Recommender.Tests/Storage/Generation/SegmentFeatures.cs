namespace Recommender.Tests.Storage.Generation;

/// <summary>Recency, frequency, monetary, tenure, order value, variety and interval of every customer, each scaled to unit variance.</summary>
static class SegmentFeatures
{
    public static (string[] Customers, double[][] Rows) Of(TemporaryShop shop, bool logarithms)
    {
        var end = shop.Summary.To.ToDateTime(TimeOnly.MaxValue);
        var customers = shop.Purchases().Where(line => line.IsPlainSale).GroupBy(line => line.Customer).ToList();
        double[][] rows = [.. customers.Select(lines => Features([.. lines], end))];
        if (logarithms)
            foreach (var row in rows)
                for (var f = 0; f < row.Length; f++) row[f] = Math.Log(1 + row[f]);
        Standardise(rows);
        return ([.. customers.Select(lines => lines.Key)], rows);
    }

    static double[] Features(Purchase[] lines, DateTime end)
    {
        var (first, last) = (lines.Min(line => line.At), lines.Max(line => line.At));
        var orders = lines.DistinctBy(line => line.Order).Count();
        var total = (double)lines.Sum(line => line.Amount);
        var interval = orders > 1 ? (last - first).TotalDays / (orders - 1) : 0;
        return
        [
            (end - last).TotalDays, orders, total, (end - first).TotalDays, total / orders,
            lines.DistinctBy(line => line.Item).Count(), interval,
        ];
    }

    static void Standardise(double[][] rows)
    {
        for (var f = 0; f < rows[0].Length; f++)
        {
            var mean = rows.Average(row => row[f]);
            var deviation = Math.Sqrt(rows.Average(row => (row[f] - mean) * (row[f] - mean)));
            foreach (var row in rows) row[f] = (row[f] - mean) / deviation;
        }
    }
}
