using Recommender.Core.Baskets.CrossSell.Counting;
using Recommender.Core.Datasets;
using Recommender.Core.Numerics;
using Xunit;

namespace Recommender.Tests.Core.Baskets.CrossSell;

public sealed class LineLayoutTests
{
    const int Items = 700;

    // So many lines that several threads have work; every ninth basket is empty.
    static readonly CsrMatrix Lines = Shop(baskets: 25_000);

    static readonly int[] ByRank = [.. Enumerable.Range(0, Items).OrderBy(item => item * 37 % Items)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_line_stands_in_its_basket_by_rank_and_at_its_rank_by_basket(int threads)
    {
        var tables = LineLayout.Lay(Lines, ByRank, threads, TestContext.Current.CancellationToken);

        var byItem = Lines.Transpose(TestContext.Current.CancellationToken);
        int[] rankOf = [.. Enumerable.Range(0, Items).OrderBy(item => ByRank[item])];
        for (var basket = 0; basket < Lines.Rows; basket++)
        {
            var (begin, end) = (Lines.Starts.Span[basket], Lines.Starts.Span[basket + 1]);
            Assert.Equal(Lines.RowIndices(basket).ToArray().Select(item => rankOf[item]).Order(), tables.Ranks[begin..end]);
        }
        for (var rank = 0; rank < Items; rank++)
        {
            var (begin, end) = (tables.Starts[rank], tables.Starts[rank + 1]);
            Assert.Equal(byItem.RowIndices(ByRank[rank]), tables.Baskets.AsSpan(begin..end));
            Assert.All(tables.Places[begin..end], place => Assert.Equal(rank, tables.Ranks[place]));
            Assert.Equal(Enumerable.Range(begin, end - begin).Sum(line => (long)tables.Places[line] - Lines.Starts.Span[tables.Baskets[line]]), tables.Work[rank]);
        }
    }

    static CsrMatrix Shop(int baskets)
    {
        var (random, rows) = (new RandomStream(11), new SparseRowsBuilder(hasValues: false));
        for (var basket = 0; basket < baskets; basket++)
        {
            var length = basket % 9 == 0 ? 0 : random.Between(1, 12);
            foreach (var item in Enumerable.Range(0, length).Select(_ => (int)(Items * Math.Pow(random.NextDouble(), 2))).Distinct().Order()) rows.Add(item, 1);
            rows.EndRow();
        }
        return rows.Build(Items);
    }
}
