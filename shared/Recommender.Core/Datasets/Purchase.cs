namespace Recommender.Core.Datasets;

/// <summary>One line of a basket by dense numbers; customer -1 is nobody known, time is in minutes since 1970.</summary>
public readonly record struct Purchase(int Customer, int Item, int Time = 0, int Order = 0, float? Quantity = null, float? Amount = null);
