using Recommender.Core.Datasets;
using Recommender.Core.Models.Tensors;

namespace Recommender.Core.Models.Frequency;

/// <summary>How a shopper's own purchases say what comes next: by counts, by intervals, or by those of the nearest customers.</summary>
public interface IPurchaseRhythm
{
    /// <summary>The name by which it is read back.</summary>
    string Method { get; }

    /// <summary>Whether it also speaks of items that the shopper never bought.</summary>
    bool ReachesNew { get; }

    /// <summary>Fills <paramref name="row"/> with items, each once and ascending, and how much speaks for them; 0 is nothing.</summary>
    void Weigh(Shopper shopper, SparseRow row);

    /// <summary>Writes what reading it back needs.</summary>
    void Write(TensorWriter tensors);
}
