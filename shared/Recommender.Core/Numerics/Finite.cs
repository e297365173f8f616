using System.Numerics;

namespace Recommender.Core.Numerics;

/// <summary>Tells numbers that mean something from NaN and infinity.</summary>
public static class Finite
{
    /// <summary>Whether every number is finite.</summary>
    public static bool All(ReadOnlySpan<float> numbers)
    {
        // x - x is 0 for every finite x and NaN for the others; a sum keeps any NaN.
        var sum = Vector<float>.Zero;
        var at = 0;
        for (; at <= numbers.Length - Vector<float>.Count; at += Vector<float>.Count)
        {
            var block = new Vector<float>(numbers[at..]);
            sum += block - block;
        }
        var rest = Vector.Sum(sum);
        for (; at < numbers.Length; at++) rest += numbers[at] - numbers[at];
        return rest == 0;
    }
}
