namespace Recommender.Engine.Assortments;

/// <summary>A part of an item that changes: fields that are not named keep what they hold, and one that is null is known no longer.</summary>
/// <param name="Item">The item's id; a new one is taken into the assortment.</param>
/// <param name="Fields">
/// New values by the name of the field: name, category, family, brand, price, cost, stock, variant_of, launched_at (ISO 8601), hidden,
/// discontinued, and any other name for an attribute of the shop's own.
/// </param>
public sealed record ItemChange(string Item, IReadOnlyDictionary<string, AttributeValue?> Fields);
