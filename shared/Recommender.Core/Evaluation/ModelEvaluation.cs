using Recommender.Core.Datasets;

namespace Recommender.Core.Evaluation;

/// <summary>What a model achieved on the cases of a fold.</summary>
/// <param name="Names">The names of the cases.</param>
/// <param name="Views">Views with at least one case.</param>
public sealed record ModelEvaluation(Vocabulary Names, IReadOnlyList<ViewResult> Views)
{
    /// <summary>A view by its name, or null when nobody had anything to find in it.</summary>
    public ViewResult? this[string view] => Views.FirstOrDefault(result => result.Name == view);
}
