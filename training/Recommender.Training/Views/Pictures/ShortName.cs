namespace Recommender.Training.Views.Pictures;

/// <summary>Names that fit their place.</summary>
static class ShortName
{
    /// <summary>The name, or as much of it as fits and an ellipsis.</summary>
    public static string Of(string name, int most) => name.Length <= most ? name : $"{name.AsSpan(0, most - 1).TrimEnd()}…";
}
