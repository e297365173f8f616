using Recommender.Core;
using Recommender.Storage.Generation;
using Xunit;

namespace Recommender.Tests.Storage.Generation;

public sealed class OutputFolderTests : IDisposable
{
    readonly string _root = Directory.CreateTempSubdirectory("demo-shop-").FullName;

    string Folder => Path.Combine(_root, "shop");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_cancelled_run_leaves_nothing()
    {
        using var cancel = new CancellationTokenSource();
        var progress = new AtOnce(report =>
        {
            if (report.Lines > 20_000) cancel.Cancel();
        });

        Assert.ThrowsAny<OperationCanceledException>(() =>
            ShopGenerator.Generate(new() { Lines = 10_000_000 }, Folder, progress, cancel.Token));

        Assert.Empty(Directory.EnumerateFileSystemEntries(_root));
    }

    [Fact]
    public void A_folder_with_other_things_in_it_is_refused_and_kept()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "letter.txt"), "keep me");

        var error = Assert.Throws<UserErrorException>(() => Generate(new() { Overwrite = true }));

        Assert.Contains("is not empty and holds no demo shop", error.Message);
        Assert.Equal([Folder], Directory.EnumerateFileSystemEntries(_root));
        Assert.Equal("keep me", File.ReadAllText(Path.Combine(Folder, "letter.txt")));
    }

    [Fact]
    public void An_earlier_shop_is_replaced_only_when_asked()
    {
        Generate(new() { Seed = 1 });
        var before = File.ReadAllBytes(Path.Combine(Folder, "purchases.csv"));

        var error = Assert.Throws<UserErrorException>(() => Generate(new() { Seed = 2 }));
        Assert.Contains("add --overwrite", error.Message);
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(Folder, "purchases.csv")));

        Generate(new() { Seed = 2, Overwrite = true });
        Assert.NotEqual(before, File.ReadAllBytes(Path.Combine(Folder, "purchases.csv")));
        Assert.Equal([Folder], Directory.EnumerateFileSystemEntries(_root));
    }

    [Fact]
    public void What_a_killed_run_has_left_is_cleared_and_what_a_living_one_writes_is_not()
    {
        var dead = Directory.CreateDirectory(Path.Combine(_root, $".shop.staging-{int.MaxValue}-1")).FullName;
        var alive = Directory.CreateDirectory(Path.Combine(_root, $".shop.staging-{Environment.ProcessId}-0")).FullName;

        Generate(new());

        Assert.False(Directory.Exists(dead));
        Assert.True(Directory.Exists(alive));
    }

    [Fact]
    public void An_empty_folder_is_taken()
    {
        Directory.CreateDirectory(Folder);

        var summary = Generate(new());

        Assert.Equal(summary.Bytes, Directory.EnumerateFiles(Folder).Sum(file => new FileInfo(file).Length));
        Assert.Equal(summary.Files.Order(), Directory.EnumerateFiles(Folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_file_in_place_of_the_folder_is_refused()
    {
        File.WriteAllText(Folder, "");

        Assert.Contains("is a file", Assert.Throws<UserErrorException>(() => Generate(new())).Message);
    }

    [Fact]
    public void A_place_that_cannot_hold_a_folder_is_named_in_one_line()
    {
        File.WriteAllText(Folder, "");

        var error = Assert.Throws<UserErrorException>(() => ShopGenerator.Generate(
            new() { Lines = 10_000 }, Path.Combine(Folder, "inside"), cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains("cannot be written", error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }

    GenerateSummary Generate(GenerateOptions options) =>
        ShopGenerator.Generate(options with { Lines = 10_000 }, Folder, cancellationToken: TestContext.Current.CancellationToken);

    sealed class AtOnce(Action<GenerateProgress> report) : IProgress<GenerateProgress>
    {
        public void Report(GenerateProgress value) => report(value);
    }
}
