namespace Recommender.Core.Evaluation.Splits;

/// <summary>New dense numbers for those entries that are kept, in their old order.</summary>
sealed class Numbering
{
    readonly int[] _numbers;   // by old number; -1 for what is not kept

    public Numbering(ReadOnlySpan<bool> isKept)
    {
        _numbers = new int[isKept.Length];
        var kept = new List<int>();
        for (var entry = 0; entry < isKept.Length; entry++)
        {
            _numbers[entry] = isKept[entry] ? kept.Count : -1;
            if (isKept[entry]) kept.Add(entry);
        }
        Kept = [.. kept];
    }

    /// <summary>The old number of each new one.</summary>
    public int[] Kept { get; }

    public int Count => Kept.Length;

    /// <summary>The new number, or -1.</summary>
    public int this[int entry] => _numbers[entry];
}
