using Google.Protobuf;
using Recommender.Engine.Answers;
using Recommender.Worker.Access;
using Recommender.Worker.Grpc.Calls;
using Recommender.Worker.Grpc.V1;

namespace Recommender.Worker.Grpc.Methods;

/// <summary>The methods of <c>recommender.v1.Recommender</c>.</summary>
static class RecommenderMethods
{
    /// <summary>The service's name.</summary>
    public const string Service = "recommender.v1.Recommender";

    /// <summary>All of them; <paramref name="nextId"/> gives each answer its recommendation_id.</summary>
    public static IReadOnlyList<Method> All(Func<string> nextId) =>
    [
        One<RecommendRequest>("Recommend", Scope.Score, (shop, request) => Recommending.Answer(shop, request, nextId())),
        One<SimilarRequest>("Similar", Scope.Score, (shop, request) => FindingSimilar.Answer(shop, request, nextId())),
        One<BoughtTogetherRequest>("BoughtTogether", Scope.Score, (shop, request) => BuyingTogether.Answer(shop, request, nextId())),
        One<CrossSellRequest>("CrossSell", Scope.Score, (shop, request) => CrossSelling.Answer(shop, request, nextId())),
        One<ScoreRequest>("Score", Scope.Score, Scoring.Answer),
        new($"/{Service}/ScoreStream", Scope.Score, Scoring.StreamAsync) { IsStream = true },
        One<RecordEventsRequest>("RecordEvents", Scope.Events, RecordingEvents.Answer),
    ];

    static Method One<TRequest>(string name, Scope scope, Func<Storefront, TRequest, IMessage> answer) where TRequest : class, IMessage<TRequest>, new() =>
        new($"/{Service}/{name}", scope, async call => call.Answer(answer(call.Storefront, await call.OnlyAsync<TRequest>())));
}
