using Recommender.Core.Datasets;
using Xunit;

namespace Recommender.Tests.Core.Datasets;

public sealed class VocabularyTests
{
    [Fact]
    public void Every_name_is_found_at_its_place_in_any_order()
    {
        string[] names = ["pear", "apple", "", "Äpfel", "apple pie", "zebra", "10"];

        var vocabulary = Vocabulary.Of(names);

        Assert.Equal(names, Enumerable.Range(0, vocabulary.Count).Select(entry => vocabulary[entry]));
        Assert.All(names.Index(), name => Assert.Equal(name.Index, vocabulary.Find(name.Item)));
    }

    [Theory]
    [InlineData("plum")]
    [InlineData("appl")]
    [InlineData("zz")]
    public void What_is_not_there_is_not_found(string name) => Assert.Equal(-1, Vocabulary.Of(["apple", "pear", "zebra"]).Find(name));

    [Fact]
    public void Nothing_is_found_in_an_empty_vocabulary() => Assert.Equal(-1, Vocabulary.Empty.Find(""));

    [Fact]
    public void Selected_entries_keep_their_names()
    {
        var selected = Vocabulary.Of(["a", "b", "c", "d"]).Select([3, 1]);

        Assert.Equal((0, 1, -1), (selected.Find("d"), selected.Find("b"), selected.Find("a")));
    }

    [Fact]
    public void Thousands_of_names_are_all_found()
    {
        var vocabulary = Vocabulary.Of(Enumerable.Range(0, 5_000).Select(i => $"item-{i * 7919 % 5_000}"));

        for (var i = 0; i < 5_000; i++) Assert.Equal($"item-{i}", vocabulary[vocabulary.Find($"item-{i}")]);
    }
}
