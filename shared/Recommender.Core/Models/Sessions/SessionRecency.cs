using Recommender.Core.Datasets;

namespace Recommender.Core.Models.Sessions;

/// <summary>How many like sessions count, and after how many days one counts half (0: age does not matter).</summary>
public sealed record SessionRecency(int Neighbours, double HalfLife)
{
    internal float Decay(int now, int time) => new Weighting(HalfLife: HalfLife).Decay(now <= time ? 0 : now - time);
}
