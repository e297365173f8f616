using Recommender.Core.Models.Tensors;

namespace Recommender.Core.Evaluation.Stored;

/// <summary>Places as they are written: each once, in ascending order.</summary>
static class Ascending
{
    public static void Demand(TensorReader tensors, string what, ReadOnlySpan<int> places, int count)
    {
        var last = -1;
        foreach (var place in places)
        {
            if (place <= last || place >= count) throw tensors.Broken($"{what} would hold {place} after {last}, of {count}");
            last = place;
        }
    }
}
