using Recommender.Core.Evaluation.Intervals;
using Recommender.Tests.Storage;
using Recommender.Training.Trainers;
using Recommender.Training.Tuning;
using Xunit;

namespace Recommender.Tests.Training.Tuning;

public sealed class TrialJournalTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_tried_is_found_again_and_counted_even_behind_a_line_that_was_cut_off()
    {
        var path = _folder.File("trials.jsonl");
        var trial = new TuningTrial(TrainerSpec.Parse("ease(lambda=10)"), new Measurement(0.25, 0.2, 0.3), 1.5, 1);
        TrialJournal.Open(path).Add(trial);
        File.AppendAllText(path, """{"trainer":"ease(lam""");

        var journal = TrialJournal.Open(path);

        Assert.Equal(0, journal.TakenOver);
        var found = journal.Find(TrainerSpec.Parse("ease(lambda=10)"), 1)!;
        Assert.Equal((trial.Score, trial.Seconds), (found.Score, found.Seconds));
        Assert.Null(journal.Find(TrainerSpec.Parse("ease(lambda=10)"), 0.5));
        Assert.Null(journal.Find(TrainerSpec.Parse("ease(lambda=11)"), 1));
        Assert.Equal(1, journal.TakenOver);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"trainer":null,"share":1,"seconds":1,"value":1}""")]
    [InlineData("""{"trainer":"ease","share":1,"seconds":1}""")]
    [InlineData("""{"trainer":"ease","share":"much","seconds":1,"value":1}""")]
    [InlineData("""{"trainer":"ease(","share":1,"seconds":1,"value":1}""")]
    public void A_line_that_is_no_trial_is_a_trial_to_be_made_again(string line)
    {
        File.WriteAllText(_folder.File("trials.jsonl"), line + "\n");

        Assert.Empty(TrialJournal.Open(_folder.File("trials.jsonl")).Trials);
    }
}
