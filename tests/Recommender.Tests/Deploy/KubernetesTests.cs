using Recommender.Training.Pipelines.Documents;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Recommender.Tests.Deploy;

public sealed class KubernetesTests
{
    static readonly YamlMappingNode[] Objects = [.. Directory.EnumerateFiles(ProjectRoot.Path("deploy/kubernetes"), "*.yaml").Order().SelectMany(Yaml.Documents)];

    static YamlMappingNode Of(string kind) => Objects.Single(thing => thing.Text("kind") == kind);

    // The pods, wherever their template stands.
    static YamlNode[] Pods => [Of("Deployment").At("spec.template.spec")!, Of("CronJob").At("spec.jobTemplate.spec.template.spec")!];

    [Fact]
    public void Every_object_says_what_it_is()
    {
        (string, string)[] kinds = [("PersistentVolumeClaim", "v1"), ("CronJob", "batch/v1"), ("Secret", "v1"), ("Deployment", "apps/v1")];

        Assert.Equal(kinds.Order(), Objects.Select(thing => (thing.Text("kind")!, thing.Text("apiVersion")!)).Order());
        Assert.All(Objects, thing => Assert.Matches("^recommender-[a-z]+$", thing.Text("metadata.name")));
    }

    [Fact]
    public void Pods_run_as_nobody_special_on_a_read_only_root_within_limits() => Assert.All(Pods, pod =>
    {
        var container = Assert.Single(pod.List("containers"));
        Assert.Equal("true", pod.Text("securityContext.runAsNonRoot"));
        Assert.Equal("1654", pod.Text("securityContext.runAsUser"));
        Assert.Equal("RuntimeDefault", pod.Text("securityContext.seccompProfile.type"));
        Assert.Equal("false", pod.Text("automountServiceAccountToken"));
        Assert.Equal("true", container.Text("securityContext.readOnlyRootFilesystem"));
        Assert.Equal("false", container.Text("securityContext.allowPrivilegeEscalation"));
        Assert.Equal(["ALL"], container.Texts("securityContext.capabilities.drop"));
        Assert.All((string[])["resources.requests.cpu", "resources.requests.memory", "resources.limits.cpu", "resources.limits.memory"], path => Assert.NotNull(container.Text(path)));
        Assert.Matches(@"^recommender:\d", container.Text("image"));
    });

    [Fact]
    public void Pods_write_to_the_home_and_tmp_only_and_mount_what_is_declared() => Assert.All(Pods, pod =>
    {
        var mounts = Assert.Single(pod.List("containers")).List("volumeMounts").ToArray();
        var volumes = pod.List("volumes").ToArray();

        Assert.Equal(["/data", "/tmp"], mounts.Where(mount => mount.Text("readOnly") != "true").Select(mount => mount.Text("mountPath")));
        Assert.Equal(mounts.Select(mount => mount.Text("name")), volumes.Select(volume => volume.Text("name")));
        Assert.Equal(Of("PersistentVolumeClaim").Text("metadata.name"), volumes.Select(volume => volume.Text("persistentVolumeClaim.claimName")).OfType<string>().Single());
        Assert.Equal(Of("Secret").Text("metadata.name"), volumes.Select(volume => volume.Text("secret.secretName")).OfType<string>().Single());
    });

    [Fact]
    public void Pods_run_commands_that_the_console_knows_on_pipelines_of_the_secret()
    {
        var pipelines = Of("Secret").Entries("stringData").Select(entry => $"pipelines/{entry.Key}").ToArray();

        foreach (var arguments in Pods.Select(pod => pod.List("containers").Single().Texts("args")))
        {
            Assert.Empty(ConsoleWords.Faults(arguments));
            Assert.All(arguments.Where(word => word.EndsWith(".yaml", StringComparison.Ordinal)), path => Assert.Contains(path, pipelines));
        }
    }

    [Fact]
    public void The_secret_is_an_example_of_a_well_formed_pipeline_with_no_secret_in_it() => Assert.All(Of("Secret").Entries("stringData"), entry =>
    {
        var pipeline = PipelineFile.Parse(((YamlScalarNode)entry.Value).Value!, entry.Key);

        Assert.Equal(Path.GetFileNameWithoutExtension(entry.Key), pipeline.Name);
        Assert.Equal(["https://hooks.example.org/replace-me"], pipeline.Schedule!.Options.Notify);
    });

    [Fact]
    public void One_pod_at_a_time_works_on_a_home()
    {
        Assert.Equal(("1", "Recreate"), (Of("Deployment").Text("spec.replicas"), Of("Deployment").Text("spec.strategy.type")));
        Assert.Equal("Forbid", Of("CronJob").Text("spec.concurrencyPolicy"));
        Assert.Equal(Of("Deployment").Entries("spec.selector.matchLabels").Select(Label), Of("Deployment").Entries("spec.template.metadata.labels").Select(Label));

        static (string, string?) Label((string Key, YamlNode Value) entry) => (entry.Key, ((YamlScalarNode)entry.Value).Value);
    }
}
