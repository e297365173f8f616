using System.Text.Json.Serialization;

namespace Recommender.Storage.Homes;

/// <summary>How far a removal has come: every snapshot is cleared of the person only when it is done.</summary>
public enum SuppressionState
{
    /// <summary>Some snapshots may still hold the person; the next writer finishes it.</summary>
    [JsonStringEnumMemberName("pending")]
    Pending,

    /// <summary>No snapshot holds the person.</summary>
    [JsonStringEnumMemberName("done")]
    Done,
}
