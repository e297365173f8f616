using Recommender.Core;

namespace Recommender.Engine.Pool;

/// <summary>There is no version to answer with now. The sentence is for whoever asks; what exactly is wrong with a refused version stands in the pool's status and log.</summary>
public sealed class NoModelException(string message) : UserErrorException(message)
{
    /// <summary>Whether it is being loaded at this moment: the same question is answered soon.</summary>
    public bool IsLoading { get; init; }
}
