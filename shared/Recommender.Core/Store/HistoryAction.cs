using System.Text.Json.Serialization;

namespace Recommender.Core.Store;

/// <summary>What happened to a model.</summary>
public enum HistoryAction
{
    /// <summary>A version came out of training.</summary>
    [JsonStringEnumMemberName("publish")]
    Publish,

    /// <summary>A version came out of an archive.</summary>
    [JsonStringEnumMemberName("import")]
    Import,

    /// <summary>An alias was pointed at a version.</summary>
    [JsonStringEnumMemberName("promote")]
    Promote,

    /// <summary>An alias went back to the version before.</summary>
    [JsonStringEnumMemberName("rollback")]
    Rollback,

    /// <summary>A version was removed by the retention rule.</summary>
    [JsonStringEnumMemberName("prune")]
    Prune,
}
