using System.Buffers;
using Recommender.Engine.Answers;
using Recommender.Tests.Engine.Answers;
using Recommender.Worker.Api;
using Recommender.Worker.Suggestions;
using Xunit;

namespace Recommender.Tests.Worker.Api;

[Collection(AloneCollection.Name)]
public sealed class AllocationTests
{
    const int Rounds = 2000;

    static readonly RecommendationIds Ids = new(TimeProvider.System);

    // What the request needs beside the answer that the engine gives: reading the body and writing the answer.
    [Fact]
    public void Reading_and_writing_allocate_under_a_kilobyte_a_request()
    {
        using var shop = new AnsweringShop();
        var answer = shop.Front.Recommend(new() { Customer = "c000003", Count = 20 });
        var shape = new BodyShape<ScoredRequest>([ScoredRequest.CustomerField(""), .. ScoredRequest.Usual]);
        var body = new ReadOnlySequence<byte>("""{"user_id":"c000003","n":20}"""u8.ToArray());
        for (var round = 0; round < Rounds; round++) Round(answer, shape, in body);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < Rounds; round++) Round(answer, shape, in body);

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Rounds, 1, 1024);
    }

    static void Round(Answer answer, BodyShape<ScoredRequest> shape, in ReadOnlySequence<byte> body)
    {
        var reader = new BodyReader(body);
        reader.Whole(shape, new ScoredRequest());
        var buffer = AnswerBuffer.Take();
        Frame.Write(buffer.Json, answer, new FrameStyle(KeyCase.Snake, Ids));
        if (buffer.Written.Length < 500) Assert.Fail("The answer is not whole.");
        buffer.Keep();
    }
}
