using Recommender.Core;
using Recommender.Storage.Scores;
using Xunit;

namespace Recommender.Tests.Storage.Scores;

public sealed class ScoreFolderTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    string Place => Path.Combine(_folder.Path, "scores");

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void One_writes_at_a_time()
    {
        using var first = ScoreFolder.Open(Place, TimeSpan.Zero, _ => { }, Token);

        Assert.Contains("Another process", Assert.Throws<UserErrorException>(() => ScoreFolder.Open(Place, TimeSpan.Zero, _ => { }, Token)).Message);
    }

    [Fact]
    public void A_folder_of_somebody_else_is_left_alone()
    {
        Directory.CreateDirectory(Place);
        File.WriteAllText(Path.Combine(Place, "diary.txt"), "mine");

        Assert.Contains("left alone", Assert.Throws<UserErrorException>(() => ScoreFolder.Open(Place, TimeSpan.Zero, _ => { }, Token)).Message);
        Assert.Equal(["diary.txt"], Directory.GetFiles(Place).Select(Path.GetFileName));
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_said_to_be_one()
    {
        File.WriteAllText(Place, "mine");

        Assert.Contains("is a file", Assert.Throws<UserErrorException>(() => ScoreFolder.Open(Place, TimeSpan.Zero, _ => { }, Token)).Message);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{"format":1,"model":"m","model_checksum":"c","dataset":"d","snapshot":"s","n":1,"repeats":"allowed","part_size":1,"part_count":1,"created":"2026-01-01T00:00:00Z","engine":"1","parts":[{"name":"../part-00000.parquet","customers":1,"rows":1,"bytes":1,"sha256":""}]}""")]
    public void A_manifest_that_cannot_be_trusted_is_an_error_with_the_cure(string text)
    {
        Directory.CreateDirectory(Place);
        File.WriteAllText(Path.Combine(Place, ScoreManifest.FileName), text);

        Assert.Contains("score again", Assert.Throws<UserErrorException>(() => ScoreFolder.Open(Place, TimeSpan.Zero, _ => { }, Token)).Message);
    }
}
