using Recommender.Engine.Answers;
using Recommender.Worker.Grpc.V1;

namespace Recommender.Worker.Grpc.Methods;

/// <summary>BoughtTogether: what goes with a whole cart.</summary>
static class BuyingTogether
{
    public static Recommendations Answer(Storefront shop, BoughtTogetherRequest request, string id) => Answers.Of(shop.BoughtTogether(new()
    {
        Customer = Asked.OrNull(request.UserId),
        Items = Asked.Items(request.Items),
        Count = request.HasN ? request.N : Asked.UsualCount,
        Exclude = Asked.Excluded(request.Exclude),
        Filter = Asked.Filter(request.Filter),
        Session = Asked.OrNull(request.SessionId),
        Explain = request.Explain,
        Model = Asked.OrNull(request.Model),
    }), id, request.Explain);
}
