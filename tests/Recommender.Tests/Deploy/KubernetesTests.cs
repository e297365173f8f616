using Recommender.Training.Pipelines.Documents;
using Xunit;
using YamlDotNet.RepresentationModel;
using static Recommender.Tests.Deploy.Manifests;

namespace Recommender.Tests.Deploy;

public sealed class KubernetesTests
{
    static readonly YamlMappingNode Schedule = Of("Deployment", "recommender-schedule");
    static readonly YamlMappingNode Pipelines = Of("Secret", "recommender-pipelines");

    // What starts the console.
    static YamlNode[] Jobs => [Schedule.Pod(), Of("CronJob").Pod()];

    static YamlNode[] Pods => [.. Jobs, Of("Deployment", "recommender-worker").Pod()];

    [Fact]
    public void Every_object_says_what_it_is()
    {
        (string, string)[] kinds =
        [
            ("PersistentVolumeClaim", "v1"), ("CronJob", "batch/v1"), ("Secret", "v1"), ("Secret", "v1"), ("Deployment", "apps/v1"), ("Deployment", "apps/v1"),
            ("Service", "v1"), ("PodDisruptionBudget", "policy/v1"), ("NetworkPolicy", "networking.k8s.io/v1"),
        ];

        Assert.Equal(kinds.Order(), All.Select(thing => (thing.Text("kind")!, thing.Text("apiVersion")!)).Order());
        Assert.All(All, thing => Assert.Matches("^recommender-[a-z]+$", thing.Text("metadata.name")));
    }

    [Fact]
    public void Pods_run_as_nobody_special_on_a_read_only_root_within_limits() => Assert.All(Pods, pod =>
    {
        var container = pod.Container();
        Assert.Equal("true", pod.Text("securityContext.runAsNonRoot"));
        Assert.Equal("1654", pod.Text("securityContext.runAsUser"));
        Assert.Equal("RuntimeDefault", pod.Text("securityContext.seccompProfile.type"));
        Assert.Equal("false", pod.Text("automountServiceAccountToken"));
        Assert.Equal("true", container.Text("securityContext.readOnlyRootFilesystem"));
        Assert.Equal("false", container.Text("securityContext.allowPrivilegeEscalation"));
        Assert.Equal(["ALL"], container.Texts("securityContext.capabilities.drop"));
        Assert.All((string[])["resources.requests.cpu", "resources.requests.memory", "resources.limits.cpu", "resources.limits.memory"], path => Assert.NotNull(container.Text(path)));
        Assert.Matches(@"^recommender:\d", container.Text("image"));
        Assert.Empty(CommandLines.Faults(container.Line()));
    });

    [Fact]
    public void Pods_write_to_the_home_and_tmp_only_and_mount_what_is_declared()
    {
        Assert.All(Pods, pod =>
        {
            var mounts = pod.Container().List("volumeMounts").ToArray();
            var volumes = pod.List("volumes").ToArray();

            Assert.Equal(["/data", "/tmp"], mounts.Where(mount => mount.Text("readOnly") != "true").Select(mount => mount.Text("mountPath")));
            Assert.Equal(mounts.Select(mount => mount.Text("name")), volumes.Select(volume => volume.Text("name")));
            Assert.Equal(Of("PersistentVolumeClaim").Text("metadata.name"), volumes.Select(volume => volume.Text("persistentVolumeClaim.claimName")).OfType<string>().Single());
        });
        Assert.All(Jobs, pod => Assert.Equal(Pipelines.Text("metadata.name"), pod.List("volumes").Select(volume => volume.Text("secret.secretName")).OfType<string>().Single()));
    }

    [Fact]
    public void Jobs_run_the_console_on_pipelines_of_the_secret()
    {
        var pipelines = Pipelines.Entries("stringData").Select(entry => $"pipelines/{entry.Key}").ToArray();

        Assert.All(Jobs, pod => Assert.Equal($"/app/{CommandLines.Console}", pod.Container().Line()[1]));
        Assert.All(Jobs.SelectMany(pod => pod.Container().Line()).Where(word => word.EndsWith(".yaml", StringComparison.Ordinal)), path => Assert.Contains(path, pipelines));
    }

    [Fact]
    public void The_secret_is_an_example_of_a_well_formed_pipeline_with_no_secret_in_it() => Assert.All(Pipelines.Entries("stringData"), entry =>
    {
        var pipeline = PipelineFile.Parse(((YamlScalarNode)entry.Value).Value!, entry.Key);

        Assert.Equal(Path.GetFileNameWithoutExtension(entry.Key), pipeline.Name);
        Assert.Equal(["https://hooks.example.org/replace-me"], pipeline.Schedule!.Options.Notify);
    });

    [Fact]
    public void One_job_at_a_time_works_on_a_home()
    {
        Assert.Equal(("1", "Recreate"), (Schedule.Text("spec.replicas"), Schedule.Text("spec.strategy.type")));
        Assert.Equal("Forbid", Of("CronJob").Text("spec.concurrencyPolicy"));
        Assert.Equal(Schedule.Pairs("spec.selector.matchLabels"), Schedule.Pairs("spec.template.metadata.labels"));
    }
}
