namespace Recommender.Training.Trainers.Autoencoder;

/// <summary>
/// One row of a variational code (Kingma and Welling, 2014): the layer gives means μ and then l = log σ² (2 code), the code is
/// z = μ + σ ε, and its divergence from the standard normal is Σ (σ² + μ² - 1 - l) / 2.
/// </summary>
static class GaussianCode
{
    /// <summary>Draws the code and gives its divergence; without noise the code is μ.</summary>
    public static double Draw(ReadOnlySpan<float> layer, ReadOnlySpan<float> noise, Span<float> code)
    {
        var divergence = 0.0;
        for (var k = 0; k < code.Length; k++)
        {
            var (mean, logVariance) = (layer[k], layer[code.Length + k]);
            code[k] = noise.IsEmpty ? mean : mean + MathF.Exp(logVariance / 2) * noise[k];
            divergence += (Math.Exp(logVariance) + (double)mean * mean - 1 - logVariance) / 2;
        }
        return divergence;
    }

    /// <summary>
    /// The gradient by μ and l from that by z, with <paramref name="weight"/> for the divergence: dz + weight μ, and dz ε σ / 2 + weight (σ² - 1) / 2.
    /// </summary>
    public static void Return(ReadOnlySpan<float> codeError, ReadOnlySpan<float> noise, float weight, Span<float> layerToError)
    {
        var code = codeError.Length;
        for (var k = 0; k < code; k++)
        {
            var deviation = MathF.Exp(layerToError[code + k] / 2);
            layerToError[k] = codeError[k] + weight * layerToError[k];
            layerToError[code + k] = (codeError[k] * noise[k] * deviation + weight * (deviation * deviation - 1)) / 2;
        }
    }
}
