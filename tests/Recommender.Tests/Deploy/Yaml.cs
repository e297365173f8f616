using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Recommender.Tests.Deploy;

/// <summary>Reads the YAML of deploy/, with what it merges from elsewhere in the file, by paths such as <c>spec.replicas</c>.</summary>
static class Yaml
{
    public static IReadOnlyList<YamlMappingNode> Documents(string path)
    {
        using var reader = File.OpenText(path);
        var stream = new YamlStream();
        stream.Load(new MergingParser(new Parser(reader)));
        return [.. stream.Documents.Select(document => (YamlMappingNode)document.RootNode)];
    }

    /// <summary>The node at a path, or null.</summary>
    public static YamlNode? At(this YamlNode node, string path)
    {
        return path.Split('.').Aggregate<string, YamlNode?>(node, Child);

        static YamlNode? Child(YamlNode? parent, string key) => parent is YamlMappingNode map && map.Children.TryGetValue(key, out var found) ? found : null;
    }

    /// <summary>The text at a path, or null.</summary>
    public static string? Text(this YamlNode node, string path) => (node.At(path) as YamlScalarNode)?.Value;

    /// <summary>The texts of the list at a path.</summary>
    public static string[] Texts(this YamlNode node, string path) => [.. node.List(path).Select(item => ((YamlScalarNode)item).Value!)];

    /// <summary>The list at a path; empty where there is none.</summary>
    public static IEnumerable<YamlNode> List(this YamlNode node, string path) => node.At(path) as YamlSequenceNode ?? [];

    /// <summary>The entries of the mapping at a path; none where there is none.</summary>
    public static IEnumerable<(string Key, YamlNode Value)> Entries(this YamlNode node, string path) =>
        node.At(path) is YamlMappingNode map ? map.Children.Select(child => (((YamlScalarNode)child.Key).Value!, child.Value)) : [];
}
