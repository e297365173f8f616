using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Recommender.Training.Pipelines.Documents;

/// <summary>The budget of each search.</summary>
sealed record TuneSection
{
    [Description("Sets of options to try for each trainer."), Range(1, 10_000)]
    public int Trials { get; init; } = 12;

    [Description("Seconds after which no new trial begins; 0 for no such limit. A search that time ends may end elsewhere on another machine."), Range(0, 1_000_000)]
    public int Seconds { get; init; }
}
