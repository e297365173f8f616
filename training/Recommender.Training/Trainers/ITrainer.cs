using Recommender.Core.Datasets;
using Recommender.Core.Models;

namespace Recommender.Training.Trainers;

/// <summary>Learns a model from a data set. Options are a record of their own; what a run needs beside them is its context.</summary>
interface ITrainer
{
    /// <summary>The name that commands, pipelines and model files know it by.</summary>
    string Name { get; }

    /// <summary>Everything that decides what it learns.</summary>
    object Options { get; }

    /// <summary>Columns of the data that it reads beside who bought what when.</summary>
    DatasetParts Needs => DatasetParts.None;

    /// <summary>Why it cannot begin from a former model of its kind, or null when it can.</summary>
    string? ObstacleTo(IModel former) => "it learns in one step, so there is nothing to begin from";

    /// <summary>Trains; the same data, options and seed give the same model on any number of threads.</summary>
    IModel Train(Dataset dataset, TrainingContext context);
}
