using Google.Protobuf.Collections;
using Recommender.Engine.Answers;
using Recommender.Worker.Grpc.V1;

namespace Recommender.Worker.Grpc.Methods;

/// <summary>The engine's answers as messages.</summary>
static class Answers
{
    public static Recommendations Of(Answer answer, string id, bool explains)
    {
        var message = new Recommendations { RecommendationId = id, Model = answer.Model, Version = answer.Version };
        message.Items.Capacity = answer.Items.Count;
        for (var place = 0; place < answer.Items.Count; place++) message.Items.Add(Of(answer.Items[place], explains));
        return message;
    }

    static RecommendedItem Of(AnsweredItem item, bool explains)
    {
        var message = new RecommendedItem { ItemId = item.Item, Score = item.Score, Strategy = Of(item.Strategy) };
        if (!explains) return message;

        message.Reason = Words.Of(item);
        Add(item.Evidence, message.Evidence);
        return message;
    }

    static void Add(IReadOnlyList<Recommender.Engine.Answers.Evidence> evidence, RepeatedField<V1.Evidence> message)
    {
        foreach (var reason in evidence) message.Add(new V1.Evidence { ItemId = reason.Item, Share = reason.Share, Baskets = reason.Baskets, Lift = reason.Lift });
    }

    // Both go from the surest to the most general; the message's begins with what proto3 gives to those who say nothing.
    static V1.Strategy Of(Recommender.Engine.Answers.Strategy strategy) => (V1.Strategy)((int)strategy + 1);
}
