using Recommender.Core;
using Recommender.Core.Evaluation;
using Recommender.Core.Evaluation.Gates;
using Recommender.Core.Store;
using Recommender.Storage.Cleaning;
using Recommender.Storage.Sources.Mapping;
using Recommender.Training.Scheduling;
using Recommender.Training.Tuning;

namespace Recommender.Training.Pipelines.Documents;

/// <summary>A pipeline with the folder that its paths start at. It is checked whole before anything runs.</summary>
sealed record PipelineFile(string Path, Pipeline Pipeline)
{
    /// <summary>Reads and checks a file; one that is not there is an error with the nearest one that is.</summary>
    public static PipelineFile Load(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        return File.Exists(full) ? new(full, Parse(File.ReadAllText(full), System.IO.Path.GetFileName(full))) : throw Missing(path, full);
    }

    /// <summary>Reads and checks the text of a file.</summary>
    public static Pipeline Parse(string yaml, string file)
    {
        var root = YamlSection.Parse(yaml, file, "name, dataset and trainers; see pipelines/beauty.yaml");
        var pipeline = YamlRecord.Read<Pipeline>(root, "a pipeline");
        Check(root, "name", () => new ModelStore(".").Model(pipeline.Name));
        Check(root, "model", () => new ModelStore(".").Model(pipeline.ModelName));
        Check(root, "split", () => _ = pipeline.Split is null ? null : Split.Parse(pipeline.Split, pipeline.Seed));
        Check(root, "clean", () => CleaningOptions.Parse(pipeline.Clean, "clean:"));
        Check(root, "metric", () => DecisiveMetric.Check(pipeline.Decisive, pipeline.Explicit));
        Check(root, "view", () => _ = pipeline.View is Core.Evaluation.Views.New or Core.Evaluation.Views.All ? 0 : throw new UserErrorException($"'{pipeline.View}' is no view.{Suggestion.For(pipeline.View, [Core.Evaluation.Views.New, Core.Evaluation.Views.All])} Take new or all."));
        PipelineRules.Check(pipeline, (key, check) => Check(root, key, check));
        Check(root, "drift", () => CheckDrift(pipeline));
        pipeline = pipeline with { Gates = Decided(pipeline, root.Section("gates")) };
        Check(root, "gates", pipeline.Gates.Check);
        return pipeline;
    }

    /// <summary>The same pipeline with the shop's files somewhere else; null leaves it as it is.</summary>
    public PipelineFile From(string? place)
    {
        if (place is null) return this;

        var full = System.IO.Path.GetFullPath(place);
        var moved = Pipeline.Source switch
        {
            { Files: { } files } source => source with { Files = files with { Files = [full] } },
            { Mapping: not null } source => source with { Folder = full },
            _ => throw new UserErrorException($"{Path} reads no files, so --source has nothing to replace. Leave it away."),
        };
        return this with { Pipeline = Pipeline with { Source = moved } };
    }

    /// <summary>A path that the pipeline names, from the folder of its file.</summary>
    public string Resolve(string path) => System.IO.Path.GetFullPath(path, System.IO.Path.GetDirectoryName(Path)!);

    // Gates decide by what the pipeline decides by; ratings have no popularity to beat.
    static GateOptions Decided(Pipeline pipeline, YamlSection? gates) => pipeline.Gates with
    {
        Metric = gates?.Text("metric") ?? pipeline.Decisive,
        View = gates?.Text("view") ?? pipeline.DecisiveView,
        BeatsPopularity = !pipeline.Explicit && pipeline.Gates.BeatsPopularity,
        NotWorseThan = pipeline.Gates.NotWorseThan == "none" ? null : pipeline.Gates.NotWorseThan,
    };

    static void CheckDrift(Pipeline pipeline)
    {
        if (pipeline.Drift?.Cron is not { } cron) return;

        _ = CronExpression.Parse(cron);
        if (pipeline.Schedule is null) throw new UserErrorException("drift has a cron, and there is no 'schedule' by whose clock it is read. Add 'schedule: { cron: ... }', or leave the cron of drift away.");
    }

    static void Check(YamlSection root, string key, Action check)
    {
        try
        {
            check();
        }
        catch (UserErrorException wrong)
        {
            throw root.FaultOf(key, wrong.Message);
        }
    }

    static UserErrorException Missing(string path, string full)
    {
        var folder = System.IO.Path.GetDirectoryName(full)!;
        var near = Directory.Exists(folder) ? Suggestion.Nearest(System.IO.Path.GetFileName(full), Directory.EnumerateFiles(folder, "*.yaml").Select(file => System.IO.Path.GetFileName(file))) : null;
        var meant = near is null ? "" : $" Did you mean {System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path) ?? "", near)}?";
        return new($"There is no pipeline {path}.{meant} Ready ones lie in pipelines/; write your own after pipelines/beauty.yaml.");
    }
}
