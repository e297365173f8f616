namespace Recommender.Storage.Generation;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood, 2014). Every customer has streams of its own, named by numbers,
/// so what a customer buys depends neither on the others nor on the thread that writes it.
/// Only exact arithmetic is used: the same seed gives the same shop on every machine.
/// </summary>
sealed class SplitRandom(ulong seed, ulong stream, ulong index)
{
    const ulong Step = 0x9E3779B97F4A7C15;

    ulong _state = Mix(Mix(Mix(seed + Step) + stream + Step) + index + Step);

    public ulong Next() => Mix(_state += Step);

    /// <summary>Uniform in [0, 1).</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [0, count).</summary>
    public int Below(int count) => (int)Math.BigMul(Next(), (ulong)count, out _);

    /// <summary>Uniform in [lowest, highest], both ends included.</summary>
    public int Between(int lowest, int highest) => lowest + Below(highest - lowest + 1);

    public double Between(double lowest, double highest) => lowest + NextDouble() * (highest - lowest);

    public bool Chance(double probability) => NextDouble() < probability;

    /// <summary>Exponential with mean 1.</summary>
    public double Exponential() => -PortableMath.Log(1 - NextDouble());

    /// <summary>Gamma with mean 1 and a whole shape; the larger the shape, the more regular.</summary>
    public double Gamma(int shape)
    {
        var product = 1.0;
        for (var i = 0; i < shape; i++) product *= 1 - NextDouble();

        return -PortableMath.Log(product) / shape;
    }

    public T Of<T>(ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
