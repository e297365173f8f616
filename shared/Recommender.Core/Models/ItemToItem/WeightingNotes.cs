using System.Globalization;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Tensors;

namespace Recommender.Core.Models.ItemToItem;

/// <summary>How a history is weighed, as notes of a model file.</summary>
static class WeightingNotes
{
    public static void Write(Weighting weighting, TensorWriter tensors)
    {
        tensors.Note("weight", weighting.Base.ToString());
        tensors.Note("half_life", weighting.HalfLife.ToString("R", CultureInfo.InvariantCulture));
        tensors.Note("power", weighting.Power.ToString("R", CultureInfo.InvariantCulture));
    }

    public static Weighting Read(TensorReader tensors) => new(
        Enum.Parse<WeightBase>(tensors.RequiredNote("weight")),
        double.Parse(tensors.RequiredNote("half_life"), CultureInfo.InvariantCulture),
        double.Parse(tensors.RequiredNote("power"), CultureInfo.InvariantCulture));
}
