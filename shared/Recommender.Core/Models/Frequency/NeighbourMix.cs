using System.Globalization;
using Recommender.Core.Models.Tensors;

namespace Recommender.Core.Models.Frequency;

/// <summary>How baskets become vectors, which customers are near, how many of them count, and the shopper's own share.</summary>
public sealed record NeighbourMix(BasketShape Shape, CustomerLikeness Likeness, int Neighbours, double Alpha)
{
    internal static NeighbourMix Read(TensorReader tensors) => new(
        new(int.Parse(tensors.RequiredNote("group_size"), CultureInfo.InvariantCulture), Number(tensors, "within_decay"), Number(tensors, "group_decay"), Number(tensors, "half_life")),
        Enum.Parse<CustomerLikeness>(tensors.RequiredNote("likeness")),
        int.Parse(tensors.RequiredNote("neighbours"), CultureInfo.InvariantCulture),
        Number(tensors, "alpha"));

    internal void Write(TensorWriter tensors)
    {
        tensors.Note("group_size", Shape.GroupSize.ToString(CultureInfo.InvariantCulture));
        tensors.Note("within_decay", Text(Shape.WithinDecay));
        tensors.Note("group_decay", Text(Shape.GroupDecay));
        tensors.Note("half_life", Text(Shape.HalfLife));
        tensors.Note("likeness", Likeness.ToString());
        tensors.Note("neighbours", Neighbours.ToString(CultureInfo.InvariantCulture));
        tensors.Note("alpha", Text(Alpha));
    }

    static double Number(TensorReader tensors, string note) => double.Parse(tensors.RequiredNote(note), CultureInfo.InvariantCulture);

    static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
