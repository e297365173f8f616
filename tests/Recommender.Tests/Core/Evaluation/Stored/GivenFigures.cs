using Recommender.Core.Datasets;
using Recommender.Core.Evaluation;
using Recommender.Core.Evaluation.Intervals;

namespace Recommender.Tests.Core.Evaluation.Stored;

/// <summary>Evaluations whose figures are given person by person.</summary>
static class GivenFigures
{
    public const string Snapshot = "0123456789abcdef";

    /// <summary>Trainers that were measured by ndcg@20 and coverage@20 in the view "all".</summary>
    public static EvaluationResult Result(params (string Trainer, float[] Ndcg)[] trainers) => new()
    {
        Dataset = "shop",
        Snapshot = Snapshot,
        Split = Split.Parse("temporal"),
        Trainers = [.. trainers.Select(trainer => Trainer(trainer.Trainer, All(trainer.Ndcg)))],
    };

    public static TrainerResult Trainer(string name, params ViewResult[] views) => new()
    {
        Trainer = name,
        Options = new Dictionary<string, string> { ["lambda"] = "500" },
        Seconds = 1.5,
        PeakMegabytes = 99,
        Evaluation = new(Vocabulary.Of(Enumerable.Range(0, views[0].Cases.Count).Select(person => $"person {person:D5}")), views),
    };

    public static ViewResult All(float[] ndcg)
    {
        var persons = new PersonValues(ndcg);
        var (low, high) = (persons.Mean() - 0.01, persons.Mean() + 0.01);
        return new()
        {
            Name = "all",
            Cases = [.. Enumerable.Range(0, ndcg.Length)],
            Metrics = new Dictionary<string, Measurement> { ["ndcg@20"] = new(persons.Mean(), low, high), ["coverage@20"] = new(0.4, Low: null, High: null) },
            Persons = new Dictionary<string, PersonValues> { ["ndcg@20"] = persons },
        };
    }

    /// <summary>The same value for everybody: whoever is drawn, the mean is this.</summary>
    public static float[] Everybody(float value, int persons = 400) => [.. Enumerable.Repeat(value, persons)];
}
