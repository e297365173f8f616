using Recommender.Training.Trainers.Autoencoder;
using Xunit;

namespace Recommender.Tests.Training.Trainers.Autoencoder;

public sealed class AdamTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(7, 0.3)]
    [InlineData(16, 0)]
    [InlineData(37, 0.01)]
    [InlineData(40_000, 0.01)]
    public void Steps_are_those_of_the_definition(int length, double decay)
    {
        var random = new Random(length);
        var values = Numbers(random, length);
        var gradient = new float[length];
        var parameter = new Parameter(values, gradient, decay);
        var (w, m, v) = (Array.ConvertAll(values, value => (double)value), new double[length], new double[length]);
        var adam = new Adam(learningRate: 0.05);

        for (var step = 1; step <= 5; step++)
        {
            Numbers(random, length).CopyTo(gradient, 0);
            adam.Step([parameter], new() { MaxDegreeOfParallelism = 2 });
            for (var at = 0; at < length; at++)
            {
                var g = gradient[at] + decay * w[at];
                m[at] = 0.9 * m[at] + 0.1 * g;
                v[at] = 0.999 * v[at] + 0.001 * g * g;
                w[at] -= 0.05 * (m[at] / (1 - Math.Pow(0.9, step))) / (Math.Sqrt(v[at] / (1 - Math.Pow(0.999, step))) + 1e-8);
            }
        }

        for (var at = 0; at < length; at++) Assert.Equal(w[at], values[at], 2e-4);
    }

    static float[] Numbers(Random random, int length) => [.. Enumerable.Range(0, length).Select(_ => (float)(2 * random.NextDouble() - 1))];
}
