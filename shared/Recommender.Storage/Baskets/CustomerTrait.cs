using Recommender.Core;

namespace Recommender.Storage.Baskets;

/// <summary>Something known of a customer: a column of the table of customers and what stands there.</summary>
public sealed record CustomerTrait(string Column, string Value)
{
    /// <summary>Reads <c>column=value</c>.</summary>
    public static CustomerTrait Parse(string text) => text.IndexOf('=') is > 0 and var at && at + 1 < text.Length
        ? new(text[..at].Trim(), text[(at + 1)..].Trim())
        : throw new UserErrorException($"'{text}' is no condition on customers. Write column=value, as in segment=loyal or kind=business.");
}
