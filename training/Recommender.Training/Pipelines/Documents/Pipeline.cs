using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Recommender.Core.Evaluation.Gates;
using Recommender.Core.Interactions;
using Recommender.Training.Drift;

namespace Recommender.Training.Pipelines.Documents;

/// <summary>A pipeline's file: from where the data comes to which version goes live. It is data; what it means is <see cref="PipelineRun"/>.</summary>
sealed record Pipeline
{
    [Description("Name of the pipeline; of its model too, unless 'model' says otherwise.")]
    public required string Name { get; init; }

    [Description("Name of the model in the store.")]
    public string? Model { get; init; }

    [Description("Name of the dataset that is trained on.")]
    public required string Dataset { get; init; }

    [Description("Where the dataset is imported from before each run; without it the dataset is taken as it is.")]
    public SourceSection? Source { get; init; }

    [Description("Cleaning: default, off, reference, reference-baskets, or steps such as bulk_outliers=off.")]
    public string Clean { get; init; } = "default";

    [Description("What counts as one thing bought.")]
    public Level Level { get; init; }

    [Description("How the data is cut for measuring: temporal[:DATE or share], leave-last-out, holdout:SHARE, holdout-items:SHARE, strong:SHARE or hash:N. Usual is temporal where there are times, else holdout:0.2.")]
    public string? Split { get; init; }

    [Description("Decides everything random; the same seed gives the same bytes.")]
    public int Seed { get; init; } = Experiments.DataChoice.DefaultSeed;

    [Description("What is tried; the best is trained on all data. An option with a range is searched.")]
    public required TrainerList Trainers { get; init; }

    [Description("How options with a range are searched.")]
    public TuneSection Tune { get; init; } = new();

    [Description("Foretell ratings instead of rankings.")]
    public bool Explicit { get; init; }

    [Description("What decides between trainers. Usual is ndcg@20, with 'explicit' rmse.")]
    public string? Metric { get; init; }

    [Description("new: repeats left out; all: repeats count.")]
    public string View { get; init; } = Core.Evaluation.Views.All;

    [Description("Lengths of list that metrics look at.")]
    public IReadOnlyList<int> At { get; init; } = [10, 20];

    [Description("Association rules that go into the version.")]
    public RulesSection? Rules { get; init; }

    [Description("A cross-sell matrix, published as a model of its own.")]
    public MatrixSection? Matrix { get; init; }

    [Description("What a version must show before it goes live.")]
    public GateOptions Gates { get; init; } = new();

    [Description("The alias that a version gets when it passes its gates.")]
    public string Alias { get; init; } = Core.Store.StoredModel.Production;

    [Description("Versions that are kept after a run, beside those with an alias and those to roll back to; 0 keeps all."), Range(0, 10_000)]
    public int Keep { get; init; } = 10;

    [Description("When it runs by itself, under: recommender schedule.")]
    public ScheduleSectionPart? Schedule { get; init; }

    [Description("From when on the live version counts as left behind by its shop, under: recommender drift.")]
    public DriftOptions? Drift { get; init; }

    /// <summary>The model's name in the store.</summary>
    public string ModelName => Model ?? Name;

    /// <summary>The metric that decides.</summary>
    public string Decisive => Metric ?? Tuning.DecisiveMetric.Usual(Explicit);

    /// <summary>The view in which it decides.</summary>
    public string DecisiveView => Explicit ? Core.Evaluation.Views.Ratings : View;
}
