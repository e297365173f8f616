using Recommender.Core.Models;

namespace Recommender.Core.Evaluation;

/// <summary>One side from which a model is measured: who is asked, with or without repeats, and what is to be found.</summary>
public sealed record View(string Name, Repeats Repeats, Wanted Wanted)
{
    /// <summary>Whether a case belongs to it; null when all do.</summary>
    public Func<int, bool>? HasCase { get; init; }

    /// <summary>Whether an item is to be found, by its number in the training part; null when all are.</summary>
    public IReadOnlyList<bool>? Items { get; init; }

    /// <summary>Whether it is a part of another view, so that what lists are like is not measured again.</summary>
    public bool IsSlice { get; init; }

    /// <summary>Whether this target is to be found.</summary>
    public bool Wants(int item, bool isBought) =>
        (Wanted == Wanted.Everything || isBought == (Wanted == Wanted.Repeats)) && (Items is null || Items[item]);
}
