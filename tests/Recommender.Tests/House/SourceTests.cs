using System.Text.RegularExpressions;
using Xunit;

namespace Recommender.Tests.House;

public sealed partial class SourceTests
{
    const int LongestFile = 400;
    const int Patience = 10_000;

    // This file names what it forbids.
    static readonly string[] Sources = [.. TrackedFiles.Named("*.cs").Where(path => path != "tests/Recommender.Tests/House/SourceTests.cs")];

    [Fact]
    public void No_source_file_is_longer_than_400_lines() => Assert.Empty(Those(Sources, path => Lines(path) > LongestFile));

    [Fact]
    public void Half_of_the_source_files_fit_on_a_screen()
    {
        var lengths = Sources.Select(Lines).Order().ToArray();

        Assert.InRange(lengths[lengths.Length / 2], 1, 70);
    }

    [Fact]
    public void Nothing_is_left_undone_folded_away_or_silenced() =>
        Assert.Empty(Those(Sources, path => Leftovers().IsMatch(TrackedFiles.Read(path))));

    [Fact]
    public void A_name_says_what_the_thing_is() =>
        Assert.Empty(Those(Sources, path => EmptyNames().IsMatch(Path.GetFileNameWithoutExtension(path))));

    [Fact]
    public void No_tracked_file_names_a_folder_of_one_machine() =>
        Assert.Empty(Those(TrackedFiles.Named(), path => !TrackedFiles.IsBinary(path) && MachinePaths().IsMatch(TrackedFiles.Read(path))));

    [Fact]
    public void No_tracked_file_is_larger_than_a_megabyte() =>
        Assert.Empty(Those(TrackedFiles.Named(), path => new FileInfo(ProjectRoot.Path(path)).Length > 1 << 20));

    [Fact]
    public void Lock_files_record_no_download_addresses() =>
        Assert.Empty(Those(TrackedFiles.Named("*package-lock.json", "*packages.lock.json"), path => Downloads().IsMatch(TrackedFiles.Read(path))));

    static string[] Those(IEnumerable<string> paths, Func<string, bool> predicate) => [.. paths.Where(predicate)];

    static int Lines(string path) => TrackedFiles.Read(path).Count(letter => letter == '\n');

    [GeneratedRegex(@"#pragma warning disable|#region|\bTODO\b|\bFIXME\b|\bHACK\b|NotImplementedException|\[(Fact|Theory)\(Skip\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Leftovers();

    [GeneratedRegex("(Helper|Manager|Util|Utilitie|Common|Misc|Processor)s?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex EmptyNames();

    // Home folders and drives of the people who write this, never of those who run it.
    [GeneratedRegex(@"(?<![\w.$}-])(/(work|root|farm|Users)/|/home/[a-z]|[A-Z]:\\Users\\)", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex MachinePaths();

    [GeneratedRegex(@"""resolved""|https?://", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Downloads();
}
