namespace Recommender.Training.Trainers;

/// <summary>Whether the vectors of a former model fit those that are asked for.</summary>
static class FormerShape
{
    public static string? Obstacle(int had, int wanted) =>
        had == wanted ? null : $"its vectors have {had} factors and {wanted} are asked for; give factors={had}";
}
