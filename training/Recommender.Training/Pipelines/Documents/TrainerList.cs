using System.Text.Json.Nodes;
using Recommender.Core;
using Recommender.Storage.Sources.Mapping;
using Recommender.Training.Trainers;
using YamlDotNet.RepresentationModel;

namespace Recommender.Training.Pipelines.Documents;

/// <summary>
/// The trainers of a pipeline. Each is a name (<c>- popularity</c>), a name with options as on the command line
/// (<c>- ease(lambda=500)</c>), or a name over its options (<c>- ease: { lambda: 500, half_life: 30..365 }</c>).
/// </summary>
sealed record TrainerList(IReadOnlyList<TrainerEntry> Entries) : IYamlPart<TrainerList>
{
    public static TrainerList Read(YamlSection parent, string key)
    {
        var entries = parent.Node(key) is YamlSequenceNode list ? list.Children.Select(child => Entry(parent, child)).ToArray() : [Entry(parent, parent.Node(key)!)];
        if (entries.Length == 0) throw parent.FaultOf(key, "no trainer is named; name one or more, such as '- ease'.");
        if (entries.GroupBy(entry => entry.Spec.ToString(), StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice) throw parent.FaultOf(key, $"{twice.Key} is named twice; name it once.");

        return new(entries);
    }

    public static JsonObject Schema() => new()
    {
        ["type"] = "array",
        ["minItems"] = 1,
        ["items"] = new JsonObject
        {
            ["anyOf"] = new JsonArray(
                new JsonObject { ["type"] = "string", ["pattern"] = $"^({string.Join('|', TrainerCatalogue.All.Keys)})(\\(.*\\))?$" },
                new JsonObject
                {
                    ["type"] = "object", ["minProperties"] = 1, ["maxProperties"] = 1, ["additionalProperties"] = false,
                    ["properties"] = new JsonObject(TrainerCatalogue.All.Select(trainer => KeyValuePair.Create(trainer.Key, (JsonNode?)Options(trainer.Value)))),
                }),
        },
    };

    static JsonObject Options(Trainers.TrainerEntry trainer) => new()
    {
        ["type"] = "object",
        ["description"] = trainer.Purpose,
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject(OptionsText.Properties(trainer.Options).Select(option => KeyValuePair.Create(OptionsText.NameOf(option), (JsonNode?)new JsonObject
        {
            ["type"] = new JsonArray("number", "string", "boolean"),
            ["default"] = OptionsText.Node(option.GetValue(Activator.CreateInstance(trainer.Options))),
        }))),
    };

    static TrainerEntry Entry(YamlSection parent, YamlNode node)
    {
        try
        {
            return node switch
            {
                YamlScalarNode { Value: { Length: > 0 } text } => TrainerEntry.Of(TrainerSpec.Parse(text)),
                YamlMappingNode { Children.Count: 1 } => Named(parent.Inner(node)!),
                _ => throw new UserErrorException("a trainer is a name such as '- ease', or a name over its options such as '- ease: { lambda: 500 }'."),
            };
        }
        catch (UserErrorException wrong)
        {
            throw parent.FaultIn(node, wrong.Message);
        }
    }

    static TrainerEntry Named(YamlSection trainer)
    {
        var name = trainer.Keys.First();
        var options = trainer.Section(name);
        return TrainerEntry.Of(new(name, options is null ? [] : [.. options.Keys.Select(option => KeyValuePair.Create(option, string.Join('|', options.Texts(option))))]));
    }
}
