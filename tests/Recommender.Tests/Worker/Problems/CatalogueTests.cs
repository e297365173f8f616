using System.Text.Json;
using Microsoft.Extensions.Primitives;
using Recommender.Worker.Problems;
using Xunit;

namespace Recommender.Tests.Worker.Problems;

public sealed class CatalogueTests
{
    public static TheoryData<string> Languages => [.. Catalogue.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_language_has_words_for_every_code_and_the_same_keys_as_English(string language)
    {
        Assert.Empty(ProblemCode.All.Select(code => code.Name).Except(Catalogue.Of(language).Keys));
        Assert.Equal(Catalogue.Of("en").Keys.Order(), Catalogue.Of(language).Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_message_has_the_places_that_the_English_one_has(string language) =>
        Assert.All(Catalogue.Of("en").Keys, key => Assert.Equal(Places("en", key), Places(language, key)));

    [Fact]
    public void A_code_belongs_to_one_status_and_is_listed_once()
    {
        Assert.Equal(ProblemCode.All.Count, ProblemCode.All.Select(code => code.Name).Distinct().Count());
        Assert.All(ProblemCode.All, code => Assert.InRange(code.Status, 400, 599));
        Assert.All(ProblemCode.All, code => Assert.InRange(code.Grpc, 1, 16));
        Assert.True(ProblemCode.All.Count > 20);
    }

    [Theory]
    [InlineData(null, "en")]
    [InlineData("", "en")]
    [InlineData("es", "es")]
    [InlineData("pt-BR,pt;q=0.9", "pt")]
    [InlineData("ES-mx", "es")]
    [InlineData("fr, de;q=0.8, es;q=0.2", "es")]
    [InlineData("en;q=0.3, pt;q=0.7", "pt")]
    [InlineData("es;q=0, pt;q=0.1", "pt")]
    [InlineData("*", "en")]
    [InlineData("fr", "en")]
    [InlineData(";;q=,,", "en")]
    public void The_best_language_of_the_header_is_spoken(string? header, string language) =>
        Assert.Equal(language, Catalogue.Accepted(new StringValues(header)).Language);

    [Fact]
    public void A_problem_is_written_with_the_fields_of_both_shapes()
    {
        var problem = Problem.Missing("data");

        var json = JsonElement.Parse(ProblemAnswer.Body(problem, Catalogue.Of("es")));

        Assert.Equal(422, json.GetProperty("status").GetInt32());
        Assert.Equal("MISSING_PARAMETER", json.GetProperty("code").GetString());
        Assert.Equal("Falta 'data'.", json.GetProperty("message").GetString());
        Assert.Equal(json.GetProperty("message").GetString(), json.GetProperty("detail").GetString());
        Assert.Equal(json.GetProperty("title").GetString(), json.GetProperty("error").GetString());
        Assert.Equal("data", json.GetProperty("details").GetProperty("parameter").GetString());
        Assert.Equal("body", json.GetProperty("details").GetProperty("location").GetString());
    }

    static string[] Places(string language, string key)
    {
        var marked = new Problem(new ProblemCode(key, 400, 3)) { Parameter = "<parameter>", Location = "<location>", Reason = "<reason>", Id = "<id>", RetryAfter = TimeSpan.FromSeconds(77) };
        var message = Catalogue.Of(language).Say(marked).Message;
        return [.. new[] { "<parameter>", "<location>", "<reason>", "<id>", "77" }.Where(place => message.Contains(place, StringComparison.Ordinal))];
    }
}
