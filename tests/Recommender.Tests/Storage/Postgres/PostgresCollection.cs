using Xunit;

namespace Recommender.Tests.Storage.Postgres;

/// <summary>The tests that share one server.</summary>
[CollectionDefinition(Name)]
public sealed class PostgresCollection : ICollectionFixture<PostgresServer>
{
    public const string Name = "PostgreSQL";
}
