using Microsoft.AspNetCore.Builder;

namespace Recommender.Worker.Access;

/// <summary>How an endpoint, or a whole group of them, says who may call it and with how large a body.</summary>
static class EndpointAccess
{
    extension<TBuilder>(TBuilder endpoints) where TBuilder : IEndpointConventionBuilder
    {
        /// <summary>Only callers with this scope; every endpoint says this or <see cref="AllowAnyone{TBuilder}(TBuilder)"/>, else it answers nobody.</summary>
        public TBuilder RequireScope(Scope scope) => endpoints.WithMetadata(new RequiredScope(scope));

        /// <summary>Callers without a token too.</summary>
        public TBuilder AllowAnyone() => endpoints.WithMetadata(new RequiredScope(null));

        /// <summary>Bodies up to this many bytes, where <see cref="BodyLimit.Usual"/> is too few.</summary>
        public TBuilder WithBodyLimit(long bytes) => endpoints.WithMetadata(new BodyLimit(bytes));
    }
}
