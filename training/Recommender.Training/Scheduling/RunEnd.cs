using System.Text.Json.Serialization;

namespace Recommender.Training.Scheduling;

/// <summary>How a run ended.</summary>
enum RunEnd
{
    /// <summary>A new version, live under its alias.</summary>
    [JsonStringEnumMemberName("promoted")] Promoted,

    /// <summary>A new version that no alias names.</summary>
    [JsonStringEnumMemberName("published")] Published,

    /// <summary>Nothing had to be computed anew.</summary>
    [JsonStringEnumMemberName("unchanged")] Unchanged,

    /// <summary>Somebody looked for drift, and nothing had to be run.</summary>
    [JsonStringEnumMemberName("checked")] Checked,

    /// <summary>A gate said no.</summary>
    [JsonStringEnumMemberName("refused")] Refused,

    [JsonStringEnumMemberName("failed")] Failed,

    /// <summary>The scheduler was asked to end.</summary>
    [JsonStringEnumMemberName("stopped")] Stopped,

    /// <summary>It was never begun.</summary>
    [JsonStringEnumMemberName("skipped")] Skipped,
}
