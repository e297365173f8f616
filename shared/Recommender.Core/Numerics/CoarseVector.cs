using System.Numerics.Tensors;

namespace Recommender.Core.Numerics;

/// <summary>A vector at eight bits a number beside <see cref="CoarseRows"/>, in memory that is used again for the next.</summary>
public sealed class CoarseVector
{
    // Beyond these single precision could lose what a bound must not lose.
    const float Smallest = 1e-10f;
    const float Highest = 1e15f;

    sbyte[] _numbers = [];

    /// <summary>The numbers, filled up with zeros to a multiple of four: the vector is about <see cref="Step"/> times as long.</summary>
    internal ReadOnlySpan<sbyte> Numbers => _numbers.AsSpan(0, Fours * 4);

    internal int Fours { get; private set; }

    /// <summary>What one of the numbers stands for.</summary>
    internal float Step { get; private set; }

    /// <summary>The sum of the numbers.</summary>
    internal int Sum { get; private set; }

    /// <summary>The length of the vector itself.</summary>
    internal double Length { get; private set; }

    /// <summary>The length of what the numbers leave out.</summary>
    internal double Error { get; private set; }

    /// <summary>Takes the vector on; false when its numbers are too large or too small to be held against a bound.</summary>
    public bool TrySet(ReadOnlySpan<float> vector) => TrySet(vector, CoarseRows.Largest);

    internal bool TrySet(ReadOnlySpan<float> vector, int largest)
    {
        var highest = Math.Abs(TensorPrimitives.MaxMagnitude(vector));
        if (!(highest is >= Smallest and <= Highest)) return false;   // also NaN

        Fours = (vector.Length + 3) / 4;
        if (_numbers.Length < 4 * Fours) _numbers = new sbyte[4 * Fours];
        Array.Clear(_numbers);
        (Step, Sum) = (highest / largest, 0);
        var (length, error) = (0.0, 0.0);
        for (var k = 0; k < vector.Length; k++)
        {
            var number = Math.Clamp((int)MathF.Round(vector[k] / Step), -largest, largest);
            var rest = vector[k] - (double)Step * number;
            (length, error) = (length + (double)vector[k] * vector[k], error + rest * rest);
            _numbers[k] = (sbyte)number;
            Sum += number;
        }
        (Length, Error) = (Math.Sqrt(length), Math.Sqrt(error));
        return true;
    }
}
