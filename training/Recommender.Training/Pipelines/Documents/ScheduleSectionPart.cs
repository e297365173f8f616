using System.Text.Json.Nodes;
using Recommender.Storage.Sources.Mapping;
using Recommender.Training.Scheduling;

namespace Recommender.Training.Pipelines.Documents;

/// <summary>When a pipeline runs by itself.</summary>
sealed record ScheduleSectionPart(ScheduleOptions Options) : IYamlPart<ScheduleSectionPart>
{
    public static ScheduleSectionPart Read(YamlSection parent, string key) => new(ScheduleSection.Read(parent.Section(key)!));

    public static JsonObject Schema() => PipelineSchema.Of(typeof(ScheduleOptions));
}
