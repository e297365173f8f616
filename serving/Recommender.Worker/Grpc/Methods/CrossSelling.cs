using Recommender.Core.Baskets.CrossSell;
using Recommender.Engine.Answers;
using Recommender.Worker.Grpc.V1;

namespace Recommender.Worker.Grpc.Methods;

/// <summary>CrossSell: pairs of items that are bought together, with their counts.</summary>
static class CrossSelling
{
    static readonly CrossSellQuery Usual = new();

    public static CrossSellResponse Answer(Storefront shop, CrossSellRequest request, string id)
    {
        var count = request.HasN ? request.N : Asked.UsualCount;
        if (count is < 1 or > Question.MostItems) throw new QuestionException("n", $"{count} partners cannot be answered: n must be from 1 to {Question.MostItems}.");

        var question = new PairQuestion { Anchors = Asked.Items(request.Anchors, "anchors"), Count = count, Query = QueryOf(request) };
        return Of(shop.CrossSell(question, Asked.OrNull(request.Model)), id);
    }

    static CrossSellQuery QueryOf(CrossSellRequest request) => new()
    {
        MinSupport = request.HasMinSupport ? request.MinSupport : Usual.MinSupport,
        MinConfidence = request.HasMinConfidence ? request.MinConfidence : Usual.MinConfidence,
        MinLift = request.HasMinLift ? request.MinLift : Usual.MinLift,
    };

    static CrossSellResponse Of(PairAnswer answer, string id)
    {
        var message = new CrossSellResponse { RecommendationId = id, Model = answer.Model, Version = answer.Version };
        foreach (var pair in answer.Pairs)
        {
            message.Pairs.Add(new Pair
            {
                AnchorId = pair.Anchor,
                ItemId = pair.Item,
                Affinity = pair.Affinity,
                Baskets = pair.Baskets,
                Support = pair.Support,
                Confidence = pair.Confidence,
                Lift = pair.Lift,
            });
        }
        return message;
    }
}
