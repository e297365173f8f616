using Recommender.Core.Models;

namespace Recommender.Engine.Answers;

/// <summary>What an application asks of a shop's models. Ids are the shop's own.</summary>
public sealed record Question
{
    /// <summary>The longest list that is answered.</summary>
    public const int MostItems = 1000;

    /// <summary>Who is asking; null for a visitor without a name.</summary>
    public string? Customer { get; init; }

    /// <summary>The newest things bought, seen or put into the cart, the oldest first; for similar items, the item itself.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>How many items are wanted, 1 to <see cref="MostItems"/>.</summary>
    public int Count { get; init; } = 10;

    /// <summary>Whether what the customer bought before may come again.</summary>
    public Repeats Repeats { get; init; }

    /// <summary>Items that must not come.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>A condition that every item must meet, in the filter language; null for none.</summary>
    public string? Filter { get; init; }

    /// <summary>The visit that the question belongs to: inside it lists keep their order; null for none.</summary>
    public string? Session { get; init; }

    /// <summary>Whether what speaks for each item is wanted.</summary>
    public bool Explain { get; init; }

    /// <summary>The model asked, as in <c>beauty</c> or <c>beauty@candidate</c>; null for the shop's own choice.</summary>
    public string? Model { get; init; }

    internal void Check()
    {
        if (Count is < 1 or > MostItems) throw new QuestionException("n", $"A list of {Count} items cannot be answered: n must be from 1 to {MostItems}.");
    }
}
