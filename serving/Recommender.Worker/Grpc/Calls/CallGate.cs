using Microsoft.AspNetCore.Http;
using Recommender.Engine.Answers;
using Recommender.Worker.Access;

namespace Recommender.Worker.Grpc.Calls;

/// <summary>
/// Lets a call in: the storefront of the tenant whom the call's metadata belongs to, when the caller has the scope.
/// Whoever may not come in gets an exception that says why.
/// </summary>
delegate Storefront CallGate(IHeaderDictionary metadata, Scope scope);
