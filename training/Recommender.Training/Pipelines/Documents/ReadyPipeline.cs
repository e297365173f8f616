using Recommender.Core;

namespace Recommender.Training.Pipelines.Documents;

/// <summary>A pipeline that comes with the program, whatever folder the program is called from.</summary>
static class ReadyPipeline
{
    const string Folder = "pipelines";

    /// <summary>Reads <paramref name="name"/> from 'pipelines' beside the program, as it is published, or beside a folder above it, as it is built.</summary>
    public static PipelineFile Load(string name) => PipelineFile.Load(Find(AppContext.BaseDirectory, name));

    /// <summary>The nearest such file, from <paramref name="program"/> upwards.</summary>
    public static string Find(string program, string name)
    {
        for (var at = new DirectoryInfo(program); at is not null; at = at.Parent)
        {
            var path = Path.Combine(at.FullName, Folder, name);
            if (File.Exists(path)) return path;
        }
        throw new UserErrorException($"There is no {Folder}/{name} beside the program in {program} or above it. Put the project's folder '{Folder}' there.");
    }
}
