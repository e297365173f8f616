using System.Text.Json;
using Recommender.Worker.Grpc.Wire;
using Xunit;

namespace Recommender.Tests.Worker.Grpc.Clients;

/// <summary>What a client of another language got.</summary>
sealed record ClientOutcome(StatusCode Code, string Details, JsonElement[] Answers)
{
    /// <summary>The answers of a call that must have gone well.</summary>
    public JsonElement[] All
    {
        get
        {
            Assert.True(Code == StatusCode.Ok, $"{Code}: {Details}");
            return Answers;
        }
    }

    /// <summary>The only one.</summary>
    public JsonElement Only => Assert.Single(All);
}
