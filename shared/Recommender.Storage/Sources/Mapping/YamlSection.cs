using Recommender.Core;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Recommender.Storage.Sources.Mapping;

/// <summary>A YAML mapping that knows its file and lines, so that a wrong key is named where it stands.</summary>
public sealed class YamlSection(YamlMappingNode node, string file)
{
    const int DeepestNesting = 100;

    /// <summary>Reads a document whose root is a mapping; <paramref name="duty"/> is what it must say, for the message when it is something else.</summary>
    public static YamlSection Parse(string yaml, string file, string duty)
    {
        var stream = new YamlStream();
        try
        {
            MustBeShallow(yaml, file);
            stream.Load(new StringReader(yaml));
        }
        catch (InvalidOperationException e)
        {
            throw new UserErrorException($"{file}: this is not valid YAML; a bracket or quote that is opened is probably not closed.", e);
        }
        catch (YamlException e)
        {
            throw new UserErrorException($"{file}, line {e.Start.Line}: this is not valid YAML ({e.InnerException?.Message ?? e.Message}).{Quotes(yaml, e)}", e);
        }
        if (stream.Documents.Count > 1)
            throw new UserErrorException($"{file}, line {stream.Documents[1].RootNode.Start.Line}: a second document begins here, behind a line '---', and a file holds one. Remove it, or give it a file of its own.");

        return stream.Documents is [{ RootNode: YamlMappingNode root }]
            ? new(root, file)
            : throw new UserErrorException($"{file} holds no mapping: it must say {duty}.");
    }

    // Nodes are built by recursion: what is nested without end would take the process down.
    static void MustBeShallow(string yaml, string file)
    {
        var parser = new Parser(new StringReader(yaml));
        for (var depth = 0; parser.MoveNext();)
        {
            depth += parser.Current?.NestingIncrease ?? 0;
            if (depth > DeepestNesting) throw new UserErrorException($"{file}, line {parser.Current!.Start.Line}: this is nested more than {DeepestNesting} levels deep. Write it flatter.");
        }
    }

    // A cron expression is the usual one: in YAML a star begins the name of an alias, an @ nothing at all.
    static string Quotes(string yaml, YamlException fault) =>
        yaml.Split('\n').ElementAtOrDefault((int)fault.Start.Line - 1)?.Split(": ") is [_, var value, ..] && value.TrimStart() is ['*' or '@', ..]
            ? $" Put the value in quotes: \"{value.Trim()}\"."
            : "";

    /// <summary>All that the section says, the same for the same content.</summary>
    public string Words => node.ToString();

    /// <summary>The keys in their order.</summary>
    public IEnumerable<string> Keys => node.Children.Keys.Select(key => Text(key));

    /// <summary>Refuses keys outside <paramref name="known"/>, with file, line and the key that was probably meant.</summary>
    public void AllowOnly(string what, IReadOnlyCollection<string> known)
    {
        foreach (var key in node.Children.Keys)
        {
            if (!known.Contains(Text(key)))
                throw Fault(key, $"'{Text(key)}' is no key of {what}.{Suggestion.For(Text(key), known)} Known: {string.Join(", ", known)}.");
        }
    }

    /// <summary>Whether the key is there and not empty.</summary>
    public bool Has(string key) => Node(key) is not null;

    /// <summary>The text of a key, or null.</summary>
    public string? Text(string key) => Node(key) is { } value ? Text(value) : null;

    /// <summary>The text of a key that must be there.</summary>
    public string Required(string key, string what) =>
        Text(key) ?? throw Fault(node, $"'{key}' is missing in {what}; add '{key}: ...'.");

    /// <summary>The mapping under a key, or null.</summary>
    public YamlSection? Section(string key) => Node(key) switch
    {
        null => null,
        YamlMappingNode section => new(section, file),
        var other => throw Fault(other, $"'{key}' must be a mapping of keys to values."),
    };

    /// <summary>A list of texts; a single text stands for a list of one.</summary>
    public IReadOnlyList<string> Texts(string key) => Node(key) switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Children.Select(Text)],
        var single => [Text(single)],
    };

    /// <summary>A list of mappings.</summary>
    public IReadOnlyList<YamlSection> Sections(string key) => Node(key) switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Children.Select(child => child is YamlMappingNode section
            ? new YamlSection(section, file)
            : throw Fault(child, $"'{key}' must be a list of mappings."))],
        var other => throw Fault(other, $"'{key}' must be a list."),
    };

    /// <summary>The node behind <paramref name="key"/>: null where it is absent or empty.</summary>
    public YamlNode? Node(string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out var value) && value is not YamlScalarNode { Value: null or "" } ? value : null;

    /// <summary>A list with at least one text.</summary>
    public IReadOnlyList<string> SomeTexts(string key) =>
        Texts(key) is { Count: > 0 } texts ? texts : throw Fault($"'{key}' names nothing: give at least one column.");

    /// <summary>An error about this section, with its file and line.</summary>
    public UserErrorException Fault(string message) => Fault(node, message);

    /// <summary>A fault of the value of <paramref name="key"/>, or of the whole section where it has none.</summary>
    public UserErrorException FaultOf(string key, string message) => Fault(Node(key) ?? node, message);

    /// <summary>An error about a node below it, with file and line.</summary>
    public UserErrorException FaultIn(YamlNode at, string message) => Fault(at, message);

    /// <summary>The section that one node of a list under it is.</summary>
    public YamlSection? Inner(YamlNode child) => child is YamlMappingNode section ? new(section, file) : null;

    UserErrorException Fault(YamlNode at, string message) => new($"{file}, line {at.Start.Line}: {message}");

    string Text(YamlNode value) =>
        (value as YamlScalarNode)?.Value ?? throw Fault(value, "a text is expected here, not a list or a mapping.");
}
