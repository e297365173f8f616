using Recommender.Core;

namespace Recommender.Storage.Baskets;

/// <summary>How a file of baskets is written. Without columns it has a basket a line; with both of them an item of an order a line, under a heading.</summary>
public sealed record BasketFileOptions
{
    /// <summary>What parts the items of a line, or its columns: a comma, tab, semicolon or blank; null where it is found out.</summary>
    public char? Separator { get; init; }

    /// <summary>The column that tells orders apart; null in a file with a basket a line.</summary>
    public string? OrderColumn { get; init; }

    /// <summary>The column of what was bought; null in a file with a basket a line.</summary>
    public string? ItemColumn { get; init; }

    /// <summary>Whether the file has a heading and an item of an order a line.</summary>
    public bool HasColumns => OrderColumn is not null;

    /// <summary>These options, once they are found to be possible.</summary>
    public BasketFileOptions Checked()
    {
        if (Separator is { } separator && separator is not (',' or '\t' or ';' or ' '))
            throw new UserErrorException($"The separator '{separator}' is none of comma, tab, semicolon and space. Give one of these, or leave it out to have it found.");
        if (OrderColumn is null != ItemColumn is null)
            throw new UserErrorException($"Only the column of {(OrderColumn is null ? "items" : "orders")} is named; a table of baskets needs both. Give --order-column and --item-column, or neither for a file with a basket a line.");
        if (OrderColumn is not null && OrderColumn == ItemColumn)
            throw new UserErrorException($"'{OrderColumn}' is named for orders and for items; they are two columns. Give --order-column and --item-column different names.");
        return this;
    }
}
