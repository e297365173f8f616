using System.Numerics;

namespace Recommender.Training.Trainers.Autoencoder;

/// <summary>
/// Adam (Kingma and Ba, 2015): m and v are running means of the gradient g and of g², and w moves against m / √v, both freed of their
/// start at zero. Weight decay is part of g.
/// </summary>
sealed class Adam(double learningRate)
{
    const float MeanKept = 0.9f;
    const float SquareKept = 0.999f;
    const float Epsilon = 1e-8f;
    const int Chunk = 1 << 15;

    int _step;

    /// <summary>Moves all parameters by one step.</summary>
    public void Step(IReadOnlyList<Parameter> parameters, ParallelOptions parallelism)
    {
        _step++;
        var rate = (float)(learningRate / (1 - Math.Pow(MeanKept, _step)));
        var squareScale = (float)(1 / (1 - Math.Pow(SquareKept, _step)));
        foreach (var parameter in parameters)
        {
            var length = parameter.Values.Length;
            Parallel.For(0, (length + Chunk - 1) / Chunk, parallelism, chunk =>
                Move(parameter, chunk * Chunk, Math.Min(Chunk, length - chunk * Chunk), rate, squareScale));
        }
    }

    static void Move(Parameter parameter, int start, int length, float rate, float squareScale)
    {
        var w = parameter.Values.Span.Slice(start, length);
        var g = parameter.Gradient.Span.Slice(start, length);
        var m = parameter.Mean.AsSpan(start, length);
        var v = parameter.Square.AsSpan(start, length);
        var at = 0;
        for (; at <= length - Vector<float>.Count; at += Vector<float>.Count)
        {
            var weight = new Vector<float>(w[at..]);
            var gradient = new Vector<float>(g[at..]) + weight * parameter.Decay;
            var mean = new Vector<float>(m[at..]) * MeanKept + gradient * (1 - MeanKept);
            var square = new Vector<float>(v[at..]) * SquareKept + gradient * gradient * (1 - SquareKept);
            mean.CopyTo(m[at..]);
            square.CopyTo(v[at..]);
            (weight - mean * rate / (Vector.SquareRoot(square * squareScale) + new Vector<float>(Epsilon))).CopyTo(w[at..]);
        }
        for (; at < length; at++)
        {
            var gradient = g[at] + w[at] * parameter.Decay;
            m[at] = m[at] * MeanKept + gradient * (1 - MeanKept);
            v[at] = v[at] * SquareKept + gradient * gradient * (1 - SquareKept);
            w[at] -= m[at] * rate / (MathF.Sqrt(v[at] * squareScale) + Epsilon);
        }
    }
}
