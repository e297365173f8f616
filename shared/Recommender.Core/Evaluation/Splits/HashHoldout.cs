using Recommender.Core.Datasets;

namespace Recommender.Core.Evaluation.Splits;

/// <summary>
/// Holds out the pairs for which the CRC-32 of the text <c>customer:item</c> is divisible by <paramref name="Parts"/>: any program in any
/// language makes the same cut, without a seed.
/// </summary>
public sealed record HashHoldout(int Parts) : Split
{
    internal const string Name = "hash";

    /// <inheritdoc/>
    public override bool IsRandom => false;

    /// <inheritdoc/>
    public override Fold Cut(Dataset dataset, CancellationToken cancellationToken)
    {
        var pairs = dataset.CustomerItems(Weighting.Plain, new() { CancellationToken = cancellationToken });
        var isHeld = new bool[pairs.Count];
        for (var customer = 0; customer < pairs.Rows; customer++)
        {
            if (customer % 1024 == 0) cancellationToken.ThrowIfCancellationRequested();
            var start = Crc32.Append(Crc32.Append(0, dataset.Customers.Utf8(customer)), ":"u8);
            var items = pairs.RowIndices(customer);
            for (var entry = 0; entry < items.Length; entry++)
                isHeld[pairs.Starts.Span[customer] + entry] = Crc32.Append(start, dataset.Items.Utf8(items[entry])) % (uint)Parts == 0;
        }
        var division = new Division(dataset);
        division.AssignPairs(pairs, isHeld, Part.Target);
        return FoldBuilder.Build(this, division, cancellationToken);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}:{Parts}";
}
