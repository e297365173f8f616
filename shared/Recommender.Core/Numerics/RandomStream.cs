namespace Recommender.Core.Numerics;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood, 2014) from a seed and the numbers of a stream: streams of different numbers are independent,
/// so what one row draws depends neither on the others nor on threads. Only exact arithmetic: the same stream on every machine.
/// </summary>
public sealed class RandomStream(ulong seed, ulong stream = 0, ulong index = 0)
{
    const ulong Step = 0x9E3779B97F4A7C15;

    ulong _state = Mix(Mix(Mix(seed + Step) + stream + Step) + index + Step);
    double? _spare;

    public ulong Next() => Mix(_state += Step);

    /// <summary>Uniform in [0, 1).</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [0, 1).</summary>
    public float NextFloat() => (Next() >> 40) * (1f / (1 << 24));

    /// <summary>Uniform in [0, count).</summary>
    public int Below(int count) => (int)Math.BigMul(Next(), (ulong)count, out _);

    /// <summary>Uniform in [lowest, highest], both ends included.</summary>
    public int Between(int lowest, int highest) => lowest + Below(highest - lowest + 1);

    public double Between(double lowest, double highest) => lowest + NextDouble() * (highest - lowest);

    public bool Chance(double probability) => NextDouble() < probability;

    public T Of<T>(ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    /// <summary>Exponential with mean 1.</summary>
    public double Exponential() => -PortableMath.Log(1 - NextDouble());

    /// <summary>Gamma with mean 1 and a whole shape; the larger the shape, the more regular.</summary>
    public double Gamma(int shape)
    {
        var product = 1.0;
        for (var i = 0; i < shape; i++) product *= 1 - NextDouble();

        return -PortableMath.Log(product) / shape;
    }

    /// <summary>Normal with mean 0 and variance 1: the polar method of Marsaglia, two draws from a point in the unit circle.</summary>
    public double Normal()
    {
        if (_spare is { } spare)
        {
            _spare = null;
            return spare;
        }

        while (true)
        {
            var (x, y) = (2 * NextDouble() - 1, 2 * NextDouble() - 1);
            var square = x * x + y * y;
            if (square is >= 1 or 0) continue;

            var scale = Math.Sqrt(-2 * PortableMath.Log(square) / square);
            _spare = y * scale;
            return x * scale;
        }
    }

    /// <summary>Every order equally likely (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> values)
    {
        for (var last = values.Length - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (values[last], values[other]) = (values[other], values[last]);
        }
    }

    /// <summary>The finaliser of SplitMix64: a one-to-one scrambling of 64 bits.</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
