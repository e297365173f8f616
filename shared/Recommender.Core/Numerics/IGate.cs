namespace Recommender.Core.Numerics;

/// <summary>What an entry must pass whose score is high enough for a list.</summary>
public interface IGate
{
    /// <summary>Whether the entry may come in; a score that was only a bound is replaced by the exact one, which is not higher.</summary>
    bool Admits(int item, ref float score);
}
