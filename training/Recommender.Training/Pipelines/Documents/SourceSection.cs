using System.Text.Json.Nodes;
using Recommender.Storage.Sources.Mapping;

namespace Recommender.Training.Pipelines.Documents;

/// <summary>Where a pipeline's data comes from: a demo shop that is made, files whose columns are found out, or files under a mapping.</summary>
sealed record SourceSection : IYamlPart<SourceSection>
{
    /// <summary>The demo shop to make; null when files are read.</summary>
    public GenerateSection? Generate { get; init; }

    /// <summary>The files; null when a demo shop is made or a mapping names them.</summary>
    public FilesSection? Files { get; init; }

    /// <summary>How the files map to the canonical tables; null when that is found out.</summary>
    public SourceMapping? Mapping { get; init; }

    /// <summary>The folder that a mapping's files lie in.</summary>
    public string? Folder { get; init; }

    /// <summary>All that the section says, for the hash of what is imported.</summary>
    public string Words { get; init; } = "";

    public static SourceSection Read(YamlSection parent, string key)
    {
        var section = parent.Section(key)!;
        return Read(section) with { Words = section.Words };
    }

    static SourceSection Read(YamlSection section)
    {
        if (section.Has("generate"))
        {
            section.AllowOnly("'source'", ["generate"]);
            return new() { Generate = YamlRecord.Read<GenerateSection>(section.Section("generate")!, "'generate'").Checked(section) };
        }
        if (section.Has("purchases")) return new() { Mapping = MappingDocument.Read(section), Folder = section.Text("folder") };

        return new() { Files = YamlRecord.Read<FilesSection>(section, "'source'") };
    }

    public static JsonObject Schema() => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["required"] = new JsonArray("generate"), ["properties"] = new JsonObject { ["generate"] = PipelineSchema.Of(typeof(GenerateSection)) } },
            PipelineSchema.Of(typeof(FilesSection)),
            new JsonObject { ["type"] = "object", ["required"] = new JsonArray("purchases"), ["description"] = "A mapping of files to canonical columns; see docs/mapping.md." }),
    };
}
