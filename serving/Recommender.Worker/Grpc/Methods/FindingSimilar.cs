using Recommender.Engine.Answers;
using Recommender.Worker.Grpc.V1;

namespace Recommender.Worker.Grpc.Methods;

/// <summary>Similar: what is like an item.</summary>
static class FindingSimilar
{
    public static Recommendations Answer(Storefront shop, SimilarRequest request, string id)
    {
        if (request.ItemId.Length == 0) throw new QuestionException("item_id", "No item is named whose like is wanted. Name one, as in item_id: \"SKU-1\".");

        return Answers.Of(shop.Similar(new()
        {
            Items = [request.ItemId],
            Count = request.HasN ? request.N : Asked.UsualCount,
            Exclude = Asked.Excluded(request.Exclude),
            Filter = Asked.Filter(request.Filter),
            Session = Asked.OrNull(request.SessionId),
            Explain = request.Explain,
            Model = Asked.OrNull(request.Model),
        }), id, request.Explain);
    }
}
