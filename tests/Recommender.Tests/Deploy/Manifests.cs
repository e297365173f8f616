using YamlDotNet.RepresentationModel;

namespace Recommender.Tests.Deploy;

/// <summary>The objects of deploy/kubernetes.</summary>
static class Manifests
{
    public static readonly YamlMappingNode[] All = [.. Directory.EnumerateFiles(ProjectRoot.Path("deploy/kubernetes"), "*.yaml").Order().SelectMany(Yaml.Documents)];

    public static YamlMappingNode Of(string kind) => All.Single(thing => thing.Text("kind") == kind);

    public static YamlMappingNode Of(string kind, string name) => All.Single(thing => (thing.Text("kind"), thing.Text("metadata.name")) == (kind, name));

    /// <summary>The pod of a deployment or of a job that comes again.</summary>
    public static YamlNode Pod(this YamlNode workload) => workload.At("spec.template.spec") ?? workload.At("spec.jobTemplate.spec.template.spec")!;

    /// <summary>The one container of a pod.</summary>
    public static YamlNode Container(this YamlNode pod) => pod.List("containers").Single();

    /// <summary>What a container starts.</summary>
    public static string[] Line(this YamlNode container) => [.. container.Texts("command"), .. container.Texts("args")];

    /// <summary>The texts of a mapping, such as labels, in order.</summary>
    public static (string Key, string? Value)[] Pairs(this YamlNode node, string path) => [.. node.Entries(path).Select(entry => (entry.Key, ((YamlScalarNode)entry.Value).Value)).Order()];
}
