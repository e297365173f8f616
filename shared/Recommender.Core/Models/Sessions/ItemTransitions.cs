using Recommender.Core.Datasets;
using Recommender.Core.Models.Tensors;

namespace Recommender.Core.Models.Sessions;

/// <summary>From each item to those that stand beside it in a basket or in the next one: the strongest, with their weights.</summary>
public sealed class ItemTransitions(CsrMatrix transitions) : ISessionMemory
{
    /// <summary>The name by which it is read back.</summary>
    public const string Name = "transitions";

    /// <inheritdoc/>
    public string Method => Name;

    /// <summary>Row i holds what follows item i.</summary>
    public CsrMatrix Transitions => transitions;

    internal static ItemTransitions Read(TensorReader tensors) => new(CsrTensors.Read(tensors.Scope("transitions")));

    /// <inheritdoc/>
    public void Add(SparseRow items, int now, Span<float> scores)
    {
        for (var entry = 0; entry < items.Count; entry++)
        {
            var next = transitions.RowIndices(items.Items[entry]);
            var weights = transitions.RowValues(items.Items[entry]);
            for (var at = 0; at < next.Length; at++) scores[next[at]] += items.Weights[entry] * (weights.IsEmpty ? 1 : weights[at]);
        }
    }

    /// <inheritdoc/>
    public void Share(SparseRow items, int now, int item, Span<float> shares)
    {
        for (var entry = 0; entry < items.Count; entry++)
        {
            var at = transitions.RowIndices(items.Items[entry]).BinarySearch(item);
            if (at >= 0) shares[entry] = items.Weights[entry] * (transitions.IsBinary ? 1 : transitions.RowValues(items.Items[entry])[at]);
        }
    }

    /// <inheritdoc/>
    public void Write(TensorWriter tensors) => CsrTensors.Write(transitions, tensors.Scope("transitions"));
}
