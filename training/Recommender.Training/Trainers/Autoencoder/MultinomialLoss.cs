using System.Numerics.Tensors;

namespace Recommender.Training.Trainers.Autoencoder;

/// <summary>-Σ t log softmax(y) of one row: what the multinomial likelihood of the targets t lacks (Liang et al., 2018).</summary>
static class MultinomialLoss
{
    const int Block = 1024;   // numbers that are summed in single precision before a double takes over

    /// <summary>Gives the loss of a row and turns its logits y into <paramref name="scale"/> times the gradient, Σt softmax(y) - t.</summary>
    public static double Apply(Span<float> logits, ReadOnlySpan<int> items, ReadOnlySpan<float> targets, float scale)
    {
        TensorPrimitives.Subtract(logits, TensorPrimitives.Max<float>(logits), logits);
        var (shifted, total) = (0.0, 0.0);   // Σ t y, Σ t
        for (var entry = 0; entry < items.Length; entry++)
        {
            shifted += (double)targets[entry] * logits[items[entry]];
            total += targets[entry];
        }
        TensorPrimitives.Exp(logits, logits);
        var sum = Sum(logits);
        TensorPrimitives.Multiply(logits, (float)(scale * total / sum), logits);
        for (var entry = 0; entry < items.Length; entry++) logits[items[entry]] -= scale * targets[entry];
        return total * Math.Log(sum) - shifted;
    }

    static double Sum(ReadOnlySpan<float> numbers)
    {
        var sum = 0.0;
        for (var start = 0; start < numbers.Length; start += Block) sum += TensorPrimitives.Sum(numbers[start..Math.Min(start + Block, numbers.Length)]);
        return sum;
    }
}
