using Recommender.Core.Datasets;
using Recommender.Core.Evaluation.Splits;

namespace Recommender.Core.Evaluation;

/// <summary>How a data set is cut for evaluation: an immutable value, written into every result. Equal splits of equal data are equal.</summary>
public abstract record Split
{
    /// <summary>Decides every random choice of the cut.</summary>
    public int Seed { get; init; } = 17;

    /// <summary>Whether the seed decides anything; two cuts that leave nothing to chance are the same whatever their seeds.</summary>
    public virtual bool IsRandom => true;

    /// <summary>Reads what <see cref="ToString"/> writes, such as temporal:2011-09-01 or holdout:0.2; an unknown name is an error with the nearest known one.</summary>
    public static Split Parse(string text, int seed = 17) => SplitText.Parse(text) with { Seed = seed };

    /// <summary>
    /// Cuts the data; customers and items without anything left in the training part are in neither part. A cut that leaves nothing to
    /// train on, or nobody to ask, is an error.
    /// </summary>
    public abstract Fold Cut(Dataset dataset, CancellationToken cancellationToken);

    /// <summary>As it is given on the command line, such as temporal:2011-09-01; the seed stands apart.</summary>
    public abstract override string ToString();
}
