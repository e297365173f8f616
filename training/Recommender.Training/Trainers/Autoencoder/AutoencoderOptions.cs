using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Autoencoders;

namespace Recommender.Training.Trainers.Autoencoder;

/// <summary>Everything that decides what an autoencoder learns.</summary>
sealed record AutoencoderOptions
{
    [Description("denoising or variational.")]
    public AutoencoderKind Kind { get; init; } = AutoencoderKind.Variational;

    [Description("Length of the code between reading and answering."), Range(1, 4096)]
    public int Hidden { get; init; } = 200;

    [Description("Width of one more layer before and after the code; 0: none."), Range(0, 8192)]
    public int Outer { get; init; }

    [Description("Share of a history that is dropped before it is read."), Range(0, 0.95)]
    public double Dropout { get; init; } = 0.6;

    [Description("Passes over the customers, at most."), Range(1, 10_000)]
    public int Epochs { get; init; } = 40;

    [Description("Customers of one step."), Range(1, 65_536)]
    public int Batch { get; init; } = 256;

    [Description("Length of a step (Adam)."), Range(1e-6, 1)]
    public double LearningRate { get; init; } = 0.003;

    [Description("Weight of the squared weights in the loss."), Range(0, 1e3)]
    public double Regularization { get; init; }

    [Description("Largest weight of the divergence from the standard normal (variational)."), Range(0, 1e3)]
    public double Kl { get; init; } = 0.2;

    [Description("Share of the epochs over which that weight rises from 0 (variational)."), Range(0, 1)]
    public double Annealing { get; init; } = 0.5;

    [Description("Share of the customers whose last basket is held out to stop early; 0: none."), Range(0, 0.5)]
    public double Validation { get; init; } = 0.1;

    [Description("Epochs without a better answer for what is held out before training ends."), Range(1, 10_000)]
    public int Patience { get; init; } = 8;

    [Description("What a purchase counts among what is to be answered: binary (once a customer), count, quantity or spend.")]
    public WeightBase Weight { get; init; } = WeightBase.Count;

    [Description("Days after which a purchase counts half among what is to be answered; 0: age does not matter."), Range(0, 36_500)]
    public double HalfLife { get; init; } = 30;

    [Description("Days after which a purchase weighs half in the history that is read; 0: age does not matter."), Range(0, 36_500)]
    public double InputHalfLife { get; init; } = 240;

    internal Weighting AnswerWeighting => new(Weight, HalfLife);

    internal Weighting InputWeighting => new(HalfLife: InputHalfLife);
}
