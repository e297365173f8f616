using System.Text.Json.Nodes;
using Recommender.Tests.Storage;
using Recommender.Training.Pipelines.Steps;
using Xunit;

namespace Recommender.Tests.Training.Pipelines.Steps;

public sealed class StepFolderTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    string Folder => Path.GetDirectoryName(_folder.File("step.json"))!;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_sealed_is_read_again_until_a_file_of_it_changes()
    {
        File.WriteAllText(_folder.File("model.txt"), "whole");
        Seal();

        var step = Read()!;
        Assert.Equal(("train ease", 1.5, "soap"), (step.Name, step.Seconds, (string?)step.Result["best"]));

        File.WriteAllText(_folder.File("model.txt"), "holed");
        Assert.Null(Read());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"step":"a","seconds":1,"files":null,"result":{}}""")]
    [InlineData("""{"step":"a","seconds":1,"files":{},"result":null}""")]
    [InlineData("""{"step":"a","seconds":1,"files":{},"result":[]}""")]
    [InlineData("""{"step":"a","seconds":"long","files":{},"result":{}}""")]
    [InlineData("""{"step":null,"seconds":1,"files":{},"result":{}}""")]
    [InlineData("""{"step":"a","seconds":1,"files":{"gone":"00"},"result":{}}""")]
    public void A_document_that_vouches_for_nothing_is_a_step_to_be_done(string document)
    {
        File.WriteAllText(_folder.File("step.json"), document);

        Assert.Null(Read());
    }

    void Seal() => StepFolder.Seal(Folder, "train ease", (new JsonObject { ["best"] = "soap" }, 1.5), TestContext.Current.CancellationToken);

    StepFolder? Read() => StepFolder.Read(Folder, TestContext.Current.CancellationToken);
}
