using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.Autoencoders;

namespace Recommender.Training.Trainers.Autoencoder;

/// <summary>Learns to give back whole histories from parts of them (Mult-DAE and Mult-VAE of Liang et al., 2018).</summary>
sealed class AutoencoderTrainer(AutoencoderOptions options) : ITrainer
{
    public string Name => AutoencoderModel.Name;

    public object Options => options;

    public DatasetParts Needs => options.Weight.Parts();

    public string? ObstacleTo(IModel former) => former is AutoencoderModel { Network: var known } && InitialNetwork.IsAlike(known, InitialNetwork.Draw(options, [0], seed: 0)) ? null
        : "its layers are not those that are asked for; give the kind and sizes that it was trained with";

    public IModel Train(Dataset dataset, TrainingContext context)
    {
        var popularity = dataset.CustomerItems(options.AnswerWeighting, context.Parallelism).ColumnTotals();
        var heldOut = HeldOutBaskets.Choose(dataset, options, context);
        var network = InitialNetwork.Draw(options, popularity, context.Seed);
        InitialNetwork.TakeOver(network, context.WarmStart);
        new AutoencoderRun(options, network, heldOut, context).Train();
        return new AutoencoderModel(network, options.InputHalfLife, popularity);
    }
}
