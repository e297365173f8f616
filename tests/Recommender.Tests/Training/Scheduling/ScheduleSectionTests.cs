using Recommender.Core;
using Recommender.Tests.Storage;
using Recommender.Training.Scheduling;
using Xunit;

namespace Recommender.Tests.Training.Scheduling;

public sealed class ScheduleSectionTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_whole_section_is_read()
    {
        var pipeline = Read(
            """
            name: nightly
            schedule:
              cron: 30 2 * * mon-fri
              time_zone: Europe/London
              missed: all
              retries: 5
              backoff: 30
              timeout_minutes: 90
              notify:
                - https://hooks.example.org/secret
                - http://localhost:8080/
              notify_on: [failure, refusal, success]
            """);

        Assert.Equal(("nightly", _folder.File("beauty.yaml")), (pipeline.Name, pipeline.File));
        var options = pipeline.Options;
        Assert.Equal(("30 2 * * mon-fri", "Europe/London", MissedRuns.All, 5, 30, 90), (options.Cron, options.TimeZone, options.Missed, options.Retries, options.Backoff, options.TimeoutMinutes));
        Assert.Equal(["https://hooks.example.org/secret", "http://localhost:8080/"], options.Notify);
        Assert.Equal([NotifyOn.Failure, NotifyOn.Refusal, NotifyOn.Success], options.NotifyOn);
    }

    [Fact]
    public void All_but_the_time_has_defaults_and_the_file_gives_the_name()
    {
        var pipeline = Read("schedule: { cron: \"@daily\" }");

        var options = pipeline.Options;
        Assert.Equal("beauty", pipeline.Name);
        Assert.Equal(("@daily", "UTC", MissedRuns.Once, 2, 60, null), (options.Cron, options.TimeZone, options.Missed, options.Retries, options.Backoff, options.TimeoutMinutes));
        Assert.Empty(options.Notify);
        Assert.Equal([NotifyOn.Failure, NotifyOn.Refusal], options.NotifyOn);
    }

    [Theory]
    [InlineData("  time_zoen: UTC", "beauty.yaml, line 3: 'time_zoen' is no key of a schedule. Did you mean 'time_zone'?")]
    [InlineData("  time_zone: Europe/Lodnon", "beauty.yaml, line 3: the time zone 'Europe/Lodnon' is not known. Did you mean 'Europe/London'?")]
    [InlineData("  missed: onec", "beauty.yaml, line 3: missed: 'onec' is not known. Did you mean 'once'? Take one of skip, once, all.")]
    [InlineData("  retries: 21", "beauty.yaml, line 3: retries: '21' is not a whole number from 0 to 20; take one.")]
    [InlineData("  backoff: 1.5", "beauty.yaml, line 3: backoff: '1.5' is not a whole number from 1 to 3600; take one.")]
    [InlineData("  notify_on: [failure, refused]", "beauty.yaml, line 3: notify_on: 'refused' is not known. Did you mean 'refusal'? Take one of failure, refusal, success.")]
    [InlineData("  notify: [\"https://ok.example/\", \"ftp://user:secret@example/\"]", "beauty.yaml, line 3: notify: address 2 is no web address; it must begin with https:// or http://.")]
    public void A_fault_is_named_with_its_line_and_cure(string line, string words) =>
        Assert.StartsWith(words, Assert.Throws<UserErrorException>(() => Read($"schedule:\n  cron: 30 2 * * *\n{line}")).Message);

    [Theory]
    [InlineData("schedule:\n  cron: 30 25 * * *", "beauty.yaml, line 2: cron '30 25 * * *': the hour '25' is outside 0 to 23; take a number from 0 to 23.")]
    [InlineData("schedule:\n  retries: 1", "beauty.yaml, line 2: 'cron' is missing in a schedule; add 'cron: ...'.")]
    [InlineData("name: x", "beauty.yaml, line 1: 'schedule' is missing: say when it runs")]
    [InlineData("- x", "beauty.yaml holds no mapping: it must say what to run.")]
    public void What_is_missing_or_cannot_be_is_said(string yaml, string words) =>
        Assert.StartsWith(words, Assert.Throws<UserErrorException>(() => Read(yaml)).Message);

    [Theory]
    [InlineData("*/15 * * * *")]
    [InlineData("* * * * *")]
    [InlineData("@daily")]
    public void A_star_without_quotes_is_answered_with_the_quotes(string cron)
    {
        var fault = Assert.Throws<UserErrorException>(() => Read($"schedule:\n  cron: {cron}\n"));

        Assert.StartsWith("beauty.yaml, line 2: this is not valid YAML", fault.Message);
        Assert.EndsWith($"Put the value in quotes: \"{cron}\".", fault.Message);
    }

    [Fact]
    public void A_misspelt_file_is_answered_with_the_one_that_was_meant()
    {
        File.WriteAllText(_folder.File("distributor.yaml"), "");

        Assert.Contains("is not there. Did you mean 'distributor.yaml'?", Assert.Throws<UserErrorException>(() => ScheduledFile.Read(_folder.File("distributer.yaml"))).Message);
    }

    [Fact]
    public void A_folder_gives_the_files_that_have_a_time_table()
    {
        File.WriteAllText(_folder.File("b.yaml"), "schedule: { cron: \"@daily\" }");
        File.WriteAllText(_folder.File("a.yaml"), "schedule: { cron: \"@daily\" }");
        File.WriteAllText(_folder.File("mapping.yaml"), "source: { purchases: x }");

        Assert.Equal([_folder.File("a.yaml"), _folder.File("b.yaml")], ScheduledFile.In(_folder.Path));
        Assert.Empty(ScheduledFile.In(_folder.File("nowhere")));
    }

    ScheduledPipeline Read(string yaml)
    {
        File.WriteAllText(_folder.File("beauty.yaml"), yaml);
        return ScheduledFile.Read(_folder.File("beauty.yaml"));
    }
}
