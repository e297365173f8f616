using System.Globalization;
using Recommender.Storage.Postgres;
using Xunit;
using YamlDotNet.RepresentationModel;
using static Recommender.Tests.Deploy.Manifests;

namespace Recommender.Tests.Deploy;

public sealed class KubernetesWorkerTests
{
    static readonly YamlMappingNode Worker = Of("Deployment", "recommender-worker");

    static YamlNode Container => Worker.Pod().Container();

    [Fact]
    public void The_worker_listens_where_its_ports_probes_and_scraping_say()
    {
        var ports = Container.List("ports").Select(port => (port.Text("name"), port.Text("containerPort")));

        Assert.Equal($"/app/{CommandLines.Worker}", Container.Line()[1]);
        Assert.Equal([("http", Container.Line().After("--port")), ("grpc", Container.Line().After("--grpc-port"))], ports);
        Assert.Equal("0.0.0.0", Container.Line().After("--listen"));
        Assert.Equal(("/healthz", "/readyz"), (Container.Text("livenessProbe.httpGet.path"), Container.Text("readinessProbe.httpGet.path")));
        Assert.All((string[])["startupProbe", "livenessProbe", "readinessProbe"], probe => Assert.Equal("http", Container.Text($"{probe}.httpGet.port")));
        Assert.Contains(("prometheus.io/port", Container.Line().After("--port")), Worker.At("spec.template.metadata")!.Pairs("annotations"));
    }

    [Fact]
    public void Everything_that_names_the_workers_names_their_pods()
    {
        var labels = Worker.Pairs("spec.template.metadata.labels");

        Assert.Equal(labels, Worker.Pairs("spec.selector.matchLabels"));
        Assert.Equal(labels, Of("Service").Pairs("spec.selector"));
        Assert.Equal(labels, Of("PodDisruptionBudget").Pairs("spec.selector.matchLabels"));
        Assert.Equal(labels, Of("NetworkPolicy").Pairs("spec.podSelector.matchLabels"));
        Assert.Equal(["http", "grpc"], Of("Service").List("spec.ports").Select(port => port.Text("targetPort")));
    }

    [Fact]
    public void A_worker_that_ends_has_its_pause_and_its_drain_time_and_others_answer_meanwhile()
    {
        var pause = NumberAt(Container, "lifecycle.preStop.sleep.seconds");
        var drain = int.Parse(Container.Line().After("--drain")!, CultureInfo.InvariantCulture);

        Assert.InRange(pause + drain, 1, NumberAt(Worker.Pod(), "terminationGracePeriodSeconds") - 5);
        Assert.Equal("0", Worker.Text("spec.strategy.rollingUpdate.maxUnavailable"));
        Assert.InRange(NumberAt(Of("PodDisruptionBudget"), "spec.minAvailable"), 1, NumberAt(Worker, "spec.replicas") - 1);
    }

    [Fact]
    public void Several_workers_have_their_state_in_the_PostgreSQL_that_a_secret_names_and_the_example_holds_none()
    {
        var setting = Assert.Single(Container.List("env"));
        var secret = Of("Secret", setting.Text("valueFrom.secretKeyRef.name")!);
        var address = secret.Text($"stringData.{setting.Text("valueFrom.secretKeyRef.key")}")!;

        Assert.Equal("ConnectionStrings__Postgres", setting.Text("name"));
        Assert.Equal("postgres.example.org:5432/recommender", PostgresAddress.Parse(address).ToString());
        Assert.Contains("Password=replace-me;", address);
    }

    static int NumberAt(YamlNode node, string path) => int.Parse(node.Text(path)!, CultureInfo.InvariantCulture);
}
