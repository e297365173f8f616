using System.Text;
using Recommender.Engine.Filters;
using Xunit;

namespace Recommender.Tests.Engine.Filters;

public sealed class FilterFuzzTests
{
    static readonly string[] Pieces =
    [
        "price", "category", "vegan", "tags", "name", "age_days", "anchor", ".", "%", "of", "and", "or", "not", "in", "between", "contains", "is", "missing", "present",
        "true", "(", ")", ",", "=", "!=", "<", "<=", ">", "'x'", "\"", "'", "\\", "5", "-1.5", "80%", "1e9", " ", "\0", "\uD800", "é",
    ];

    [Fact]
    public void Random_letters_give_a_filter_or_an_error_with_its_place()
    {
        var random = new Random(3);
        var shop = SampleShop.Of(SampleShop.Random(random, 20));
        var filters = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var text = round % 2 == 0 ? Bytes(random) : string.Join(random.Next(3) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 12)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            try
            {
                var condition = Filter.Parse(text, shop).Bind(new(0, SampleShop.Now));
                for (var row = 0; row < shop.Count; row++) _ = condition.Meets(row);
                filters++;
            }
            catch (FilterException error)
            {
                Assert.InRange(error.Position, 1, text.Length + 1);
            }
        }
        Assert.InRange(filters, 20, 10_000);   // some are right by chance
    }

    [Theory]
    [InlineData("(")]
    [InlineData("not ")]
    [InlineData("vegan or ")]
    [InlineData("price in (")]
    [InlineData("price in (1,")]
    [InlineData("'")]
    [InlineData("\\")]
    [InlineData("a")]
    [InlineData("9")]
    public void The_longest_texts_are_read_at_once(string piece)
    {
        var shop = SampleShop.Of(SampleShop.Random(new(3), 20));
        var text = string.Concat(Enumerable.Repeat(piece, Filter.MostLetters / piece.Length));
        var started = TimeProvider.System.GetTimestamp();

        Assert.Throws<FilterException>(() => Filter.Parse(text, shop));

        Assert.InRange(TimeProvider.System.GetElapsedTime(started).TotalSeconds, 0, 2);
    }

    static string Bytes(Random random)
    {
        var bytes = new byte[random.Next(40)];
        random.NextBytes(bytes);
        return Encoding.UTF8.GetString(bytes);
    }
}
