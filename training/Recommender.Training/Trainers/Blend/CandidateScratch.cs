using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.Blend;

/// <summary>What one thread needs to ask all voices about a block of customers.</summary>
sealed class CandidateScratch(int block, int items, int voices)
{
    readonly float[] _rows = new float[checked(block * items * voices)];

    /// <summary>The scores of one member for the block.</summary>
    public Matrix Scores { get; } = Matrix.Zero(block, items);

    /// <summary>What a voice says of all items to one customer of the block.</summary>
    public Span<float> Row(int voice, int customer) => _rows.AsSpan((voice * block + customer) * items, items);
}
