namespace Recommender.Core.Store;

/// <summary>What happened to a model.</summary>
public enum HistoryAction
{
    /// <summary>A version came out of training.</summary>
    Publish,

    /// <summary>A version came out of an archive.</summary>
    Import,

    /// <summary>An alias was pointed at a version.</summary>
    Promote,

    /// <summary>An alias went back to the version before.</summary>
    Rollback,

    /// <summary>A version was removed by the retention rule.</summary>
    Prune,
}
