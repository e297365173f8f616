using System.Text.RegularExpressions;
using Xunit;

namespace Recommender.Tests.House;

public sealed partial class DocumentTests
{
    const int LongestDecision = 14;

    [Fact]
    public void Every_link_inside_the_project_leads_somewhere()
    {
        var broken =
            from page in TrackedFiles.Named("*.md")
            from Match link in Links().Matches(TrackedFiles.Read(page))
            let target = link.Groups["target"].Value
            where !Leads(page, target)
            select $"{page} links to {target}";

        Assert.Empty(broken);
    }

    [Fact]
    public void Decisions_are_numbered_without_gaps()
    {
        var numbers = Decisions().Select(path => Path.GetFileName(path)[..4]);

        Assert.Equal(Enumerable.Range(1, Decisions().Length).Select(number => number.ToString("0000")), numbers);
    }

    [Fact]
    public void A_decision_is_about_ten_lines_long() =>
        Assert.All(Decisions(), path => Assert.InRange(TrackedFiles.Read(path).Split('\n').Count(line => line.Length > 0), 1, LongestDecision));

    static string[] Decisions() => [.. TrackedFiles.Named("docs/decisions/*.md").Where(path => !path.EndsWith("README.md", StringComparison.Ordinal)).Order()];

    // A target is a file or folder beside the page, perhaps with a heading of it after '#'.
    static bool Leads(string page, string target)
    {
        var (file, heading) = target.Split('#') is [var path, var anchor] ? (path, anchor) : (target, "");
        var whole = file.Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, Uri.UnescapeDataString(file));
        if (Directory.Exists(ProjectRoot.Path(whole))) return heading.Length == 0;

        return File.Exists(ProjectRoot.Path(whole))
            && (heading.Length == 0 || Headings().Matches(TrackedFiles.Read(whole)).Any(match => Anchor(match.Groups["text"].Value) == heading));
    }

    static string Anchor(string heading) =>
        string.Concat(heading.Trim().ToLowerInvariant().Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_')).Replace(' ', '-');

    [GeneratedRegex(@"\]\((?!https?:|mailto:)(?<target>[^)\s]+)\)", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Links();

    [GeneratedRegex(@"^#+ (?<text>.+)$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Headings();
}
