using Recommender.Core.Models;
using Recommender.Engine.Answers;
using Recommender.Worker.Grpc.V1;

namespace Recommender.Worker.Grpc.Methods;

/// <summary>Recommend: what a customer, or a visitor with a history, will probably want.</summary>
static class Recommending
{
    public static Recommendations Answer(Storefront shop, RecommendRequest request, string id) => Answers.Of(shop.Recommend(new()
    {
        Customer = Asked.OrNull(request.UserId),
        Items = Asked.Items(request.Items),
        Count = request.HasN ? request.N : Asked.UsualCount,
        Repeats = request is { HasExcludePurchased: true, ExcludePurchased: false } ? Repeats.Allowed : Repeats.LeftOut,
        Exclude = Asked.Excluded(request.Exclude),
        Filter = Asked.Filter(request.Filter),
        Session = Asked.OrNull(request.SessionId),
        Explain = request.Explain,
        Model = Asked.OrNull(request.Model),
    }), id, request.Explain);
}
