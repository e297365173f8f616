using Recommender.Training.Scheduling;
using Xunit;

namespace Recommender.Tests.Training.Scheduling;

public sealed class RunReportTests
{
    [Theory]
    [InlineData(0, """{"promoted":true}""", "Promoted")]
    [InlineData(0, """{"promoted":false}""", "Published")]
    [InlineData(0, """{"promoted":true,"steps":[{"cached":true},{"cached":false}]}""", "Promoted")]
    [InlineData(0, """{"promoted":true,"steps":[{"cached":true},{"cached":true}]}""", "Unchanged")]
    [InlineData(0, """{"promoted":true,"steps":[]}""", "Promoted")]
    [InlineData(3, """{"promoted":false}""", "Refused")]
    [InlineData(1, """{"promoted":true}""", "Failed")]
    [InlineData(130, "", "Failed")]
    [InlineData(0, "", "Failed")]
    [InlineData(0, "[1]", "Failed")]
    [InlineData(0, "{\"promoted\":", "Failed")]
    public void Exit_code_and_document_say_how_it_ended(int exitCode, string output, string expected) =>
        Assert.Equal(expected, RunReport.Read(exitCode, output, lastWords: null).End.ToString());

    [Theory]
    [InlineData(3, """{"error":"coverage 0.1 is below 0.5","exit_code":3}""", "training", "coverage 0.1 is below 0.5")]
    [InlineData(1, "", "no space left", "no space left")]
    [InlineData(2, "", null, "it ended with exit code 2 and without a word")]
    [InlineData(0, "", "training", "it ended without saying what it did")]
    [InlineData(137, "", "training", "the system ended it (exit code 137), most likely for want of memory")]
    [InlineData(143, "", "training", "a signal ended it (exit code 143)")]
    [InlineData(0, """{"promoted":true}""", "training", null)]
    public void The_reason_is_the_clearest_there_is(int exitCode, string output, string? lastWords, string? expected) =>
        Assert.Equal(expected, RunReport.Read(exitCode, output, lastWords).Message);

    [Fact]
    public void Fields_of_an_unexpected_kind_count_as_absent()
    {
        var outcome = RunReport.Read(0, """{"run_id":5,"model":null,"version":"seven","promoted":"yes"}""", lastWords: null);

        Assert.Equal(new RunOutcome(RunEnd.Published) { ExitCode = 0 }, outcome);
    }
}
