using System.Text;
using Recommender.Storage.Sources.Text;
using Xunit;

namespace Recommender.Tests.Storage.Sources.Text;

public sealed class RetailFileTests
{
    [Fact]
    public void The_online_retail_file_has_its_known_records_invoices_customers_and_codes()
    {
        var path = Path.GetFullPath(Path.Combine(ProjectRoot(), "..", "shared", "data", "online-retail-ii.csv.gz"));
        Assert.SkipUnless(File.Exists(path), $"{path} is not on this machine.");

        var dialect = CsvFile.Inspect(path, new(), TestContext.Current.CancellationToken);
        using var reader = CsvFile.Open(path, dialect, new());
        var (records, faults, odd) = (0, 0, 0);
        var (invoices, codes, customers) = (new Distinct(), new Distinct(), new Distinct());
        while (reader.Read())
        {
            records++;
            if (reader.Fault is not null) faults++;
            else if (reader.FieldCount != 8) odd++;
            else
            {
                invoices.Add(reader.Field(0));
                codes.Add(reader.Field(1));
                customers.Add(reader.Field(6));
            }
        }

        Assert.Equal((1_044_847, 0, 0), (records, faults, odd));
        Assert.Equal((53_628, 5_305, 5_942), (invoices.Count, codes.Count, customers.Count - 1));   // one "customer" is the blank
        Assert.Equal(reader.TotalBytes, reader.BytesRead);
    }

    static string ProjectRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Recommender.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }

    sealed class Distinct
    {
        readonly HashSet<string> _values = new(StringComparer.Ordinal);

        public int Count => _values.Count;

        public void Add(ReadOnlySpan<byte> value) => _values.Add(Encoding.UTF8.GetString(value));
    }
}
