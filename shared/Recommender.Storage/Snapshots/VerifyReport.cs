namespace Recommender.Storage.Snapshots;

/// <summary>What <see cref="Verification"/> looked at and what it found.</summary>
public sealed record VerifyReport(int Snapshots, int Files, long Bytes, IReadOnlyList<Fault> Faults)
{
    /// <summary>Whether everything is as it was written.</summary>
    public bool IsSound => Faults.Count == 0;
}
