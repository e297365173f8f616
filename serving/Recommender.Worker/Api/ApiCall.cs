using Microsoft.AspNetCore.Http;
using Recommender.Worker.Problems;

namespace Recommender.Worker.Api;

/// <summary>A request while it is answered.</summary>
/// <param name="Context">What came in and goes out.</param>
/// <param name="Shop">Whose shop is asked.</param>
/// <param name="Api">What all requests share.</param>
readonly record struct ApiCall(HttpContext Context, AskedShop Shop, ApiParts Api)
{
    /// <summary>The language in which reasons are given.</summary>
    public string Language => Catalogue.Accepted(Context.Request.Headers.AcceptLanguage).Language;

    /// <summary>The spelling of the answer where there is no body to tell it.</summary>
    public KeyCase Keys => RequestBody.Asked(Context.Request) ?? KeyCase.Snake;

    /// <summary>A part of the path.</summary>
    public string Path(string name) => (string)Context.Request.RouteValues[name]!;
}
