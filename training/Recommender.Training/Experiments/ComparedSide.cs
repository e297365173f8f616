using Recommender.Core.Baskets.CrossSell;
using Recommender.Core.Models.Folders;
using Recommender.Core.Store;
using Recommender.Training.Trainers;

namespace Recommender.Training.Experiments;

/// <summary>One side of a comparison: a version of the store, a model's folder, or a trainer.</summary>
sealed record ComparedSide(string Text)
{
    /// <summary>The version, where it is one.</summary>
    public SealedFolder? Version { get; private init; }

    /// <summary>The trainer, where it is one.</summary>
    public ITrainer? Trainer { get; private init; }

    /// <summary>Whether it is a model that can be opened and asked.</summary>
    public bool IsModel => Trainer is null;

    /// <summary>What is meant by a text: a name with @ is a version, a path a folder; a name alone is a trainer, else a model of the store.</summary>
    public static ComparedSide Read(string text, ModelStore store)
    {
        if (Directory.Exists(text) || text.Contains('/', StringComparison.Ordinal)) return new(text);
        if (text.Contains('@', StringComparison.Ordinal) || IsStored(text, store)) return new(text) { Version = Scoring(ModelReference.Parse(text).Find(store), text) };

        return new(text) { Trainer = WrongUse.Check(() => TrainerChoice.Create(text)) is [var trainer] ? trainer : throw new WrongUseException($"'{text}' names several trainers; compare takes one on each side.") };
    }

    /// <summary>Opens the model.</summary>
    public OpenedModel Open(CancellationToken cancellationToken) =>
        Version is { } version ? ModelFolder.Open(version, known: null, cancellationToken) : ModelFolder.Open(Text, cancellationToken);

    /// <summary>The recipe, by which it can be measured on any data.</summary>
    public ITrainer Recipe() => Trainer ?? (Version is { } version ? RecipeTrial.TrainerOf(version.Manifest) : RecipeTrial.TrainerOf(SealedFolder.Read(Text).Manifest));

    /// <summary>Measures it on a cut; a folder must have learned from exactly that training part.</summary>
    public MeasuredSide Measured(Trial trial, CancellationToken cancellationToken)
    {
        if (Trainer is not null || Version is not null)
        {
            var run = trial.Train(Recipe(), cancellationToken);
            return new(trial.Run(run, cancellationToken), run.Model, Opened: null);
        }

        var opened = Open(cancellationToken);
        try
        {
            return new(trial.Run(opened, cancellationToken), opened.Trained.Model, opened);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    static SealedFolder Scoring(SealedFolder version, string text) => version.Manifest.Trainer != CrossSellMatrix.Name ? version : throw new WrongUseException(
        $"'{text}' is a cross-sell matrix: it scores no customers, so there are no lists and no figures to compare. Compare versions of a model that makes lists, such as shop@1 shop@2. "
        + $"What a matrix holds is seen side by side with: recommender matrix --model {text} --anchor <item>.");

    static bool IsStored(string text, ModelStore store) =>
        !TrainerCatalogue.All.ContainsKey(text.Split('(')[0].Trim()) && store.Models.Any(model => model.Name == text);
}
