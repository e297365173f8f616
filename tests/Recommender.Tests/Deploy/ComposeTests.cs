using System.Globalization;
using Recommender.Deploy;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Recommender.Tests.Deploy;

public sealed class ComposeTests
{
    static readonly YamlMappingNode File = Yaml.Documents(ProjectRoot.Path("deploy/compose.yaml")).Single();

    static IEnumerable<(string Name, YamlNode Service)> Services => File.Entries("services");

    static IEnumerable<(string Name, YamlNode Service)> Ours => Services.Where(service => service.Service.Text("image")!.StartsWith("recommender:", StringComparison.Ordinal));

    static YamlNode Worker => Services.Single(service => service.Name == "worker").Service;

    static DockerStage Image => Dockerfile.Read(ProjectRoot.Path("deploy/Dockerfile")).Stages[^1];

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
        Assert.Matches(@":v?\d+[.\w-]*$", service.Text("image"));
    });

    [Fact]
    public void Our_services_run_commands_that_their_program_knows_on_pipelines_that_are_there()
    {
        Assert.Equal(["worker", "schedule", "run"], Ours.Select(service => service.Name));
        Assert.All(Ours, entry => Assert.Empty(CommandLines.Faults(LineOf(entry.Service))));
        Assert.All(Ours.SelectMany(entry => LineOf(entry.Service)).Where(word => word.EndsWith(".yaml", StringComparison.Ordinal)), path => Assert.True(System.IO.File.Exists(ProjectRoot.Path(path)), $"{path} is not there."));
    }

    [Fact]
    public void What_is_built_and_mounted_is_there()
    {
        Assert.All(Ours, entry =>
        {
            Assert.Equal("..", entry.Service.Text("build.context"));
            Assert.True(System.IO.File.Exists(ProjectRoot.Path(entry.Service.Text("build.dockerfile")!)));
            Assert.Contains("home:/data", entry.Service.Texts("volumes"));
        });
        var ours = Services.SelectMany(entry => entry.Service.Texts("volumes")).Where(mount => mount[0] == '.').ToArray();
        Assert.Contains("../pipelines:/app/pipelines:ro", ours);
        Assert.All(ours, mount => Assert.True(Path.Exists(ProjectRoot.Path($"deploy/{mount.Split(':')[0]}")), $"{mount} is not there."));
        Assert.All(ours, mount => Assert.EndsWith(":ro", mount));
    }

    [Fact]
    public void Ports_open_to_this_machine_only_and_are_those_that_the_worker_listens_at()
    {
        var line = LineOf(Worker);

        Assert.All(Services.SelectMany(entry => entry.Service.Texts("ports")), port => Assert.StartsWith("127.0.0.1:", port));
        Assert.Equal([line.After("--port"), line.After("--grpc-port")], Worker.Texts("ports").Select(port => port.Split(':')[^1]));
        Assert.Equal(Worker.Texts("ports").Select(port => port.Split(':')[^1]), Image.Last("EXPOSE").Split(' '));
        Assert.Equal("0.0.0.0", line.After("--listen"));
    }

    [Fact]
    public void A_worker_is_given_more_than_its_drain_time_to_end()
    {
        var grace = int.Parse(Worker.Text("stop_grace_period")!.TrimEnd('s'), CultureInfo.InvariantCulture);

        Assert.InRange(int.Parse(LineOf(Worker).After("--drain")!, CultureInfo.InvariantCulture), 1, grace - 5);
    }

    [Fact]
    public void Prometheus_asks_the_worker_where_it_answers()
    {
        var asked = Yaml.Documents(ProjectRoot.Path("deploy/prometheus.yml")).Single().List("scrape_configs").SelectMany(job => job.List("static_configs")).SelectMany(targets => targets.Texts("targets"));

        Assert.Equal([$"worker:{LineOf(Worker).After("--port")}"], asked);
    }

    [Fact]
    public void Volumes_and_secrets_are_declared_and_passwords_come_from_a_file_that_git_ignores()
    {
        var volumes = File.Entries("volumes").Select(volume => volume.Key).ToArray();
        var named = Services.SelectMany(entry => entry.Service.Texts("volumes")).Select(mount => mount.Split(':')[0]).Where(source => source[0] != '.');
        Assert.All(named, name => Assert.Contains(name, volumes));
        Assert.All(Services.SelectMany(entry => entry.Service.Texts("secrets")), name => Assert.NotNull(File.At($"secrets.{name}")));

        Assert.All(Services.SelectMany(entry => entry.Service.Entries("environment")).Where(setting => setting.Key.Contains("PASSWORD")), setting => Assert.EndsWith("_FILE", setting.Key));
        var files = File.Entries("secrets").Select(secret => secret.Value.Text("file")).Concat(Services.SelectMany(entry => entry.Service.List("env_file")).Select(file => file.Text("path")));
        Assert.All(files, file => Assert.Contains($"/deploy/{Path.GetFileName(file)}", System.IO.File.ReadAllLines(ProjectRoot.Path(".gitignore"))));
    }

    // What a service does not say itself is as the image says it.
    static string[] LineOf(YamlNode service) =>
        [.. service.Texts("entrypoint") is { Length: > 0 } entry ? entry : Image.Words("ENTRYPOINT"), .. service.Texts("command")];
}
