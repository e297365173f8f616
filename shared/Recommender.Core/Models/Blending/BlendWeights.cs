using Recommender.Core.Models.Tensors;

namespace Recommender.Core.Models.Blending;

/// <summary>The voices of a blend with their weights where repeats are left out and where they are allowed.</summary>
public sealed record BlendWeights(IReadOnlyList<Voice> Voices, ReadOnlyMemory<float> LeftOut, ReadOnlyMemory<float> Allowed)
{
    /// <summary>The weights for one use.</summary>
    public ReadOnlySpan<float> For(Repeats repeats) => (repeats == Repeats.LeftOut ? LeftOut : Allowed).Span;

    /// <summary>The only voice with a weight for this use, or -1 when there are several.</summary>
    public int Sole(Repeats repeats)
    {
        var weights = For(repeats);
        return weights.Count(0f) == weights.Length - 1 ? weights.IndexOfAnyExcept(0f) : -1;
    }

    internal static BlendWeights Read(TensorReader tensors)
    {
        var (members, scales) = (tensors.Numbers<int>("voice_members").ToArray(), tensors.Numbers<int>("voice_scales").ToArray());
        return new(
            [.. members.Zip(scales, (member, scale) => new Voice(member, (ScoreScale)scale))],
            tensors.Numbers<float>("weights_left_out"), tensors.Numbers<float>("weights_allowed"));
    }

    internal void Write(TensorWriter tensors)
    {
        tensors.Add<int>("voice_members", Voices.Select(voice => voice.Member).ToArray());
        tensors.Add<int>("voice_scales", Voices.Select(voice => (int)voice.Scale).ToArray());
        tensors.Add("weights_left_out", LeftOut);
        tensors.Add("weights_allowed", Allowed);
    }
}
