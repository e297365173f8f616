using System.Text.RegularExpressions;
using Recommender.Deploy;
using Xunit;

namespace Recommender.Tests.Deploy;

public sealed partial class DockerfileTests
{
    static readonly Dockerfile File = Dockerfile.Read(ProjectRoot.Path("deploy/Dockerfile"));

    static DockerStage Final => File.Stages[^1];

    [Fact]
    public void Every_file_that_is_copied_is_in_the_project_and_reaches_the_builder()
    {
        var sources = File.Stages.SelectMany(stage => stage.Copies).Where(copy => copy.From.Length == 0).SelectMany(copy => copy.Sources).ToArray();
        var ignored = System.IO.File.ReadAllLines(ProjectRoot.Path("deploy/Dockerfile.dockerignore"));
        var sent = ignored.Where(line => line.StartsWith('!')).Select(line => line[1..]).ToArray();

        Assert.Contains("*", ignored);
        Assert.All(sent, path => Assert.True(Path.Exists(ProjectRoot.Path(path)), $"{path} of .dockerignore is not there."));
        Assert.All(sources, path => Assert.True(Path.Exists(ProjectRoot.Path(path)), $"{path} is not there."));
        Assert.All(sources, path => Assert.Contains(sent, root => path == root || path.StartsWith($"{root}/", StringComparison.Ordinal)));
    }

    [Fact]
    public void Stages_copy_from_stages_that_come_before_them()
    {
        for (var at = 0; at < File.Stages.Count; at++)
            Assert.All(File.Stages[at].Copies.Where(copy => copy.From.Length > 0), copy => Assert.Contains(copy.From, File.Stages.Take(at).Select(stage => stage.Name)));
    }

    [Fact]
    public void What_runs_are_the_programs_that_were_published_by_nobody_special_and_without_a_shell()
    {
        var published = File.Stages.SelectMany(stage => stage.All("RUN")).SelectMany(run => Published().Matches(run)).Select(match => match.Groups["project"].Value).ToArray();

        Assert.Equal(["training/Recommender.Training", "serving/Recommender.Worker"], published);
        Assert.All(published, project => Assert.True(System.IO.File.Exists(ProjectRoot.Path($"{project}/{Path.GetFileName(project)}.csproj"))));
        Assert.Equal(["dotnet", $"/app/{CommandLines.Worker}"], Final.Words("ENTRYPOINT"));
        Assert.Empty(CommandLines.Faults([.. Final.Words("ENTRYPOINT"), .. Final.Words("CMD")]));
        Assert.Matches("^[1-9][0-9]*:[1-9][0-9]*$", Final.Last("USER"));
        Assert.Matches("/aspnet:.*chiseled", Final.Image);
        Assert.Empty(Final.All("RUN"));
    }

    [Fact]
    public void Images_are_named_by_version_and_nothing_secret_is_set() =>
        Assert.All(File.Stages, stage =>
        {
            Assert.Matches(@":\d+[.\w-]*$", stage.Image);
            Assert.DoesNotContain(stage.All("ENV").Concat(stage.All("ARG")), value => Regex.IsMatch(value, "PASSWORD|SECRET|TOKEN|KEY", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)));
        });

    [GeneratedRegex(@"dotnet publish (?<project>\S+) ", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Published();
}
