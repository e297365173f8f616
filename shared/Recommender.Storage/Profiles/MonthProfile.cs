namespace Recommender.Storage.Profiles;

/// <summary>One month of purchases.</summary>
public sealed record MonthProfile(string Month, long Lines, long Orders, decimal? Revenue);
