using Xunit;
using YamlDotNet.RepresentationModel;

namespace Recommender.Tests.Deploy;

public sealed class ComposeTests
{
    static readonly YamlMappingNode File = Yaml.Documents(ProjectRoot.Path("deploy/compose.yaml")).Single();

    static IEnumerable<(string Name, YamlNode Service)> Services => File.Entries("services");

    static IEnumerable<(string Name, YamlNode Service)> Ours => Services.Where(service => service.Service.Text("image")!.StartsWith("recommender:", StringComparison.Ordinal));

    [Fact]
    public void Every_service_runs_as_nobody_special_on_a_read_only_root_within_limits() => Assert.All(Services, entry =>
    {
        var (_, service) = entry;
        Assert.Matches("^[1-9][0-9]*:[1-9][0-9]*$", service.Text("user"));
        Assert.Equal("true", service.Text("read_only"));
        Assert.Contains("/tmp", service.Texts("tmpfs"));
        Assert.Equal(["ALL"], service.Texts("cap_drop"));
        Assert.Contains("no-new-privileges:true", service.Texts("security_opt"));
        Assert.NotNull(service.Text("mem_limit"));
        Assert.Matches(@":\d+[.\w-]*$", service.Text("image"));
    });

    [Fact]
    public void Our_services_run_commands_that_the_console_knows_on_pipelines_that_are_there()
    {
        Assert.Equal(["schedule", "run"], Ours.Select(service => service.Name));
        Assert.All(Ours, entry => Assert.Empty(ConsoleWords.Faults(entry.Service.Texts("command"))));
        Assert.All(Ours.SelectMany(entry => entry.Service.Texts("command")).Where(word => word.EndsWith(".yaml", StringComparison.Ordinal)), path => Assert.True(System.IO.File.Exists(ProjectRoot.Path(path)), $"{path} is not there."));
    }

    [Fact]
    public void What_is_built_and_mounted_is_there() => Assert.All(Ours, entry =>
    {
        Assert.Equal("..", entry.Service.Text("build.context"));
        Assert.True(System.IO.File.Exists(ProjectRoot.Path(entry.Service.Text("build.dockerfile")!)));
        Assert.Equal(["home:/data", "../pipelines:/app/pipelines:ro"], entry.Service.Texts("volumes"));
        Assert.True(Directory.Exists(ProjectRoot.Path("deploy/../pipelines")));
    });

    [Fact]
    public void Volumes_and_secrets_are_declared_and_passwords_come_from_a_file_that_git_ignores()
    {
        var volumes = File.Entries("volumes").Select(volume => volume.Key).ToArray();
        var named = Services.SelectMany(entry => entry.Service.Texts("volumes")).Select(mount => mount.Split(':')[0]).Where(source => source[0] != '.');
        Assert.All(named, name => Assert.Contains(name, volumes));
        Assert.All(Services.SelectMany(entry => entry.Service.Texts("secrets")), name => Assert.NotNull(File.At($"secrets.{name}")));

        Assert.All(Services.SelectMany(entry => entry.Service.Entries("environment")).Where(setting => setting.Key.Contains("PASSWORD")), setting => Assert.EndsWith("_FILE", setting.Key));
        Assert.All(File.Entries("secrets"), secret => Assert.Contains($"/deploy/{Path.GetFileName(secret.Value.Text("file"))}", System.IO.File.ReadAllLines(ProjectRoot.Path(".gitignore"))));
    }
}
