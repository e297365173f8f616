namespace Recommender.Storage.Generation;

/// <summary>What a finished demo shop holds. Orders are sales; credit notes are counted in truth.json.</summary>
public sealed record GenerateSummary(
    string Folder, long Lines, long Orders, long Customers, int Items, long Bytes, DateOnly From, DateOnly To, IReadOnlyList<string> Files);
