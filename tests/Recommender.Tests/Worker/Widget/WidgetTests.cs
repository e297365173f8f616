using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Recommender.Tests.Worker.Api;
using Xunit;

namespace Recommender.Tests.Worker.Widget;

/// <summary>The storefront's script in a real browser, on a page of another origin under a strict policy.</summary>
public sealed class WidgetTests(ApiServer server) : IClassFixture<ApiServer>
{
    string First => server.Shop.Trained.Items[0];

    [Fact]
    public async Task A_page_shows_what_goes_with_its_items_and_markup_in_a_name_stays_text()
    {
        var partner = server.Shop.Front.BoughtTogether(new() { Items = [First], Count = 1 }).Items[0].Item;
        var page = await Shown($$"""
            <script type="application/json" data-recommender-items>{"{{partner}}":{"name":"<img src=x onerror=document.title='broken'>Soap","url":"javascript:alert(1)","price":"3.50"} }</script>
            <recommender-list kind="bought-together" items="{{First}}" n="3" link="/product/{id}" explain></recommender-list>
            """);

        Assert.Contains("&lt;img src=x onerror=document.title='broken'&gt;Soap", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<title>broken", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript:", page, StringComparison.Ordinal);
        Assert.Matches("<section class=\"recommender-section\" aria-labelledby=\"recommender-heading-1\"><h2 class=\"recommender-heading\" id=\"recommender-heading-1\">Frequently bought together</h2>", page);
        Assert.Contains($"bought with {First} in ", page, StringComparison.Ordinal);
        Assert.Equal(3, page.Split("class=\"recommender-item\"").Length - 1);
    }

    [Fact]
    public async Task A_page_shows_what_is_recommended_to_a_customer_by_data_attributes_too()
    {
        var expected = server.Shop.Front.Recommend(new() { Customer = "c000003", Count = 2 }).Items.Select(item => item.Item);

        var page = await Shown("""<div data-recommender="user-items" data-user="c000003" data-n="2" data-link="/product/{id}"></div>""", language: "es");

        Assert.Contains("Recomendado para ti", page, StringComparison.Ordinal);
        Assert.All(expected, item => Assert.Contains($"/product/{item}\"><span class=\"recommender-name\">{item}</span>", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_the_worker_does_not_answer_the_page_is_whole_and_the_list_hidden()
    {
        var page = await Shown($"""<recommender-list items="{First}"></recommender-list><p>The shop goes on.</p>""", key: "refused");

        Assert.Matches("<recommender-list items=\"[^\"]+\" hidden=\"\"></recommender-list>", page);
        Assert.Contains("The shop goes on.", page, StringComparison.Ordinal);
    }

    // A shop of its own origin: the policy lets the worker's script in and nothing inline.
    async Task<string> Shown(string body, string language = "en", string? key = null)
    {
        var worker = server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using var shop = builder.Build();
        shop.MapGet("/", context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; script-src {worker}; connect-src {worker}";
            return context.Response.WriteAsync($"""<!doctype html><html lang="{language}"><head><title>Shop</title><script src="{worker}/widget/recommender.js" data-key="{key}" defer></script></head><body>{body}</body></html>""");
        });
        await shop.StartAsync(TestContext.Current.CancellationToken);
        key ??= server.KeyFor(shop.Urls.Single());
        return await Chromium.DumpAsync(shop.Urls.Single(), TestContext.Current.CancellationToken);
    }
}
