using System.Globalization;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Tensors;

namespace Recommender.Core.Models.Folders;

/// <summary>Baskets as tensors, column by column.</summary>
static class BasketTensors
{
    public static void Write(ShopBaskets baskets, TensorWriter tensors)
    {
        tensors.Note("items", baskets.ItemCount.ToString(CultureInfo.InvariantCulture));
        tensors.Add("customer_starts", baskets.CustomerStarts);
        tensors.Add("times", baskets.Times);
        tensors.Add("starts", baskets.Starts);
        tensors.Add("items", baskets.Items);
        if (!baskets.Quantities.IsEmpty) tensors.Add("quantities", baskets.Quantities);
        if (!baskets.Amounts.IsEmpty) tensors.Add("amounts", baskets.Amounts);
    }

    public static ShopBaskets Read(TensorReader tensors) => new()
    {
        ItemCount = int.Parse(tensors.RequiredNote("items"), CultureInfo.InvariantCulture),
        CustomerStarts = tensors.Numbers<int>("customer_starts"),
        Times = tensors.Numbers<int>("times"),
        Starts = tensors.Numbers<int>("starts"),
        Items = tensors.Numbers<int>("items"),
        Quantities = tensors.Has("quantities") ? tensors.Numbers<float>("quantities") : default,
        Amounts = tensors.Has("amounts") ? tensors.Numbers<float>("amounts") : default,
    };
}
