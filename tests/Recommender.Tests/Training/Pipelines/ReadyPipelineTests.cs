using System.Text.Encodings.Web;
using System.Text.Json;
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
    public void The_schema_beside_them_is_the_one_that_the_program_takes()
    {
        var committed = File.ReadAllText(Path.Combine(Folder, "schema.json"));

        Assert.Equal(PipelineSchema.Create().ToJsonString(Written), committed.TrimEnd());
    }
}
