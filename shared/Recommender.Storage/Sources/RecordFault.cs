namespace Recommender.Storage.Sources;

/// <summary>What is wrong with one record, and how its owner mends it; the records around it can be used.</summary>
sealed record RecordFault(string Reason, string Cure);
