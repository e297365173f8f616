using Recommender.Core;

namespace Recommender.Engine.Filters;

/// <summary>A filter that cannot be understood, or not asked of this question.</summary>
public sealed class FilterException(int position, string fault) : UserErrorException($"The filter is wrong at character {position}: {fault}")
{
    /// <summary>Where, counted from 1.</summary>
    public int Position => position;
}
