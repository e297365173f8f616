namespace Recommender.Training.Trainers.ItemNeighbours;

/// <summary>The measures that items are compared by.</summary>
enum NearnessKind
{
    /// <summary>Common weight over the two items' lengths; with asymmetry, more of the one length than of the other.</summary>
    Cosine,

    /// <summary>Dot product of BM25 weights: items as documents, customers as their words.</summary>
    Bm25,

    /// <summary>Common customers over all customers of the two.</summary>
    Jaccard,

    /// <summary>Common customers over what chance would give.</summary>
    Lift,

    /// <summary>Log-likelihood ratio of common customers against chance, where they are more than chance gives.</summary>
    Llr,

    /// <summary>Common customers, nothing taken off.</summary>
    Count,

    /// <summary>A walk from item to customer to item (Cooper et al., 2014).</summary>
    P3a,

    /// <summary>The same walk over the popularity of where it ends (Paudel et al., 2017).</summary>
    Rp3b,
}
