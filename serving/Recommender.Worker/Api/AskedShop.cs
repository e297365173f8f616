using Recommender.Core.Store;
using Recommender.Engine.Answers;
using Recommender.Storage.Homes;

namespace Recommender.Worker.Api;

/// <summary>By whom a caller's questions are answered: what one tenant has.</summary>
/// <param name="Storefront">Answers from what is live.</param>
/// <param name="Home">Where its models are.</param>
/// <param name="Caller">Who is asking, for histories of what was changed.</param>
sealed record AskedShop(Storefront Storefront, HomeFolder Home, string Caller)
{
    /// <summary>Its models as they are stored.</summary>
    public ModelStore Models => Home.Tenant(Storefront.Shop.Tenant).Models;

    /// <summary>What customers read of an item; its id where no name is known.</summary>
    public string NameOf(string item)
    {
        var assortment = Storefront.Shop.Assortment;
        return assortment.Find(item) is >= 0 and var row && assortment.Facts(row).Name is { Length: > 0 } name ? name : item;
    }
}
