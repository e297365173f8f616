using DuckDB.NET.Data;
using DuckDB.NET.Native;
using Xunit;

namespace Recommender.Tests.Storage.DuckDb;

/// <summary>Work larger than the memory limit goes to the temp folder, or fails with DuckDB's own words where there is none.</summary>
public sealed class SpillTests : DuckDBTest
{
    const string Sort = "SELECT sum(i * n) FROM (SELECT i, t, row_number() OVER (ORDER BY t, i) AS n FROM s)";
    const string Fill = "CREATE TABLE s AS SELECT i, md5(i::VARCHAR) AS t FROM range(1500000) r(i)";

    [Fact]
    public void A_sort_larger_than_memory_finishes_through_the_temp_folder()
    {
        using var small = Open($"Data Source={File("s.duckdb")};memory_limit=80MB;threads=2;temp_directory={File("spill")}");
        Run(small, Fill);
        var spilled = Scalar(small, Sort);
        Run(Connection, Fill);

        Assert.Equal(Scalar(Sort), spilled);
        Assert.True(Directory.Exists(File("spill")));
    }

    [Fact]
    public void Without_a_temp_folder_DuckDB_says_that_memory_is_out()
    {
        using var small = Open("Data Source=:memory:;memory_limit=40MB;threads=2");
        Run(small, "SET temp_directory = ''");

        var error = Assert.Throws<DuckDBException>(() => Run(small, Fill));

        Assert.Equal(DuckDBErrorType.OutOfMemory, error.ErrorType);
        Assert.Contains("Out of Memory Error", error.Message);
    }
}
