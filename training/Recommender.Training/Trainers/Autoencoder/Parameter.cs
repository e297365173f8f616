namespace Recommender.Training.Trainers.Autoencoder;

/// <summary>One array of a network's numbers with its gradient and Adam's running means of gradient and squared gradient.</summary>
sealed class Parameter(Memory<float> values, Memory<float> gradient, double decay)
{
    public Memory<float> Values => values;

    public Memory<float> Gradient => gradient;

    /// <summary>λ of the loss's λ/2 |w|².</summary>
    public float Decay { get; } = (float)decay;

    public float[] Mean { get; } = new float[values.Length];

    public float[] Square { get; } = new float[values.Length];
}
