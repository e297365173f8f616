using Recommender.Core.Numerics;

namespace Recommender.Engine.Scoring;

/// <summary>Who comes into a list: what is not hidden and meets the caller's condition.</summary>
readonly struct Admission(HiddenItems hidden, Func<int, bool>? allows) : IGate
{
    public bool Admits(int item, ref float score) => !hidden.Holds(item) && (allows is null || allows(item));
}
