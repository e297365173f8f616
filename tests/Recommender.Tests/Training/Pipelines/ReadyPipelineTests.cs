using System.Text.Encodings.Web;
using System.Text.Json;
using Recommender.Core;
using Recommender.Training.Pipelines.Documents;
using Xunit;

namespace Recommender.Tests.Training.Pipelines;

public sealed class ReadyPipelineTests
{
    static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static string Folder => ProjectRoot.Path("pipelines");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder, "*.yaml").Select(file => Path.GetFileName(file)!).Where(name => name != "adventureworks.yaml").Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_ready_pipeline_is_well_formed_and_bears_the_name_of_its_file(string name)
    {
        var file = PipelineFile.Load(Path.Combine(Folder, name));

        Assert.Equal(Path.GetFileNameWithoutExtension(name), file.Pipeline.Name);
        Assert.Contains("$schema=schema.json", File.ReadLines(file.Path).First());
    }

    [Fact]
    public void The_guide_shows_one_that_is_well_formed()
    {
        var guide = File.ReadAllText(ProjectRoot.Path("docs/pipelines.md"));

        var pipeline = PipelineFile.Parse(guide.Split("```yaml\n")[1].Split("```")[0], "docs/pipelines.md");

        Assert.Equal(["popularity", "frequency", "ease"], pipeline.Trainers.Entries.Select(entry => entry.Spec.Name));
        Assert.Equal(2, pipeline.Trainers.Entries.Sum(entry => entry.Ranges.Count));
    }

    [Fact]
    public void One_that_comes_with_the_program_is_found_beside_it_or_above_it()
    {
        using var folder = new Storage.TemporaryFolder();
        var program = Directory.CreateDirectory(folder.File("artifacts/run/program")).FullName;
        var missing = Assert.Throws<UserErrorException>(() => ReadyPipeline.Find(program, "beauty.yaml"));
        var above = Write(folder.Path);
        var foundAbove = ReadyPipeline.Find(program, "beauty.yaml");
        var beside = Write(program);

        Assert.Contains("no pipelines/beauty.yaml beside the program", missing.Message);
        Assert.Equal(above, foundAbove);
        Assert.Equal(beside, ReadyPipeline.Find(program, "beauty.yaml"));
        Assert.Equal(Path.Combine(Folder, "beauty.yaml"), ReadyPipeline.Load("beauty.yaml").Path);

        static string Write(string place)
        {
            var path = Path.Combine(Directory.CreateDirectory(Path.Combine(place, "pipelines")).FullName, "beauty.yaml");
            File.WriteAllText(path, "");
            return path;
        }
    }

    [Fact]
    public void The_schema_beside_them_is_the_one_that_the_program_takes()
    {
        var committed = File.ReadAllText(Path.Combine(Folder, "schema.json"));

        Assert.Equal(PipelineSchema.Create().ToJsonString(Written), committed.TrimEnd());
    }
}
