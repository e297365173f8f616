using System.Text.Json;
using Recommender.Engine.Merchandising;
using Recommender.Engine.Merchandising.Rules;
using Recommender.Tests.Engine.Filters;
using Xunit;

namespace Recommender.Tests.Engine.Merchandising;

public sealed class RuleSetTests
{
    static readonly DateTimeOffset Day = new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);

    public static TheoryData<RuleDocument, string, string> Wrong => new()
    {
        { Rule(RuleKind.Exclude), "condition", "say which items" },
        { Rule(RuleKind.IncludeOnly) with { Condition = "prise < 5" }, "condition", "at character 1: no item has an attribute 'prise'. Did you mean 'price'?" },
        { Rule(RuleKind.Boost) with { Condition = "price < 5" }, "factor", "missing" },
        { Rule(RuleKind.Boost) with { Condition = "price < 5", Factor = 0 }, "factor", "0.001 to 1000" },
        { Rule(RuleKind.Boost) with { Condition = "price < 5", Factor = double.NaN }, "factor", "NaN" },
        { Rule(RuleKind.BoostBy) with { Weight = 1 }, "by", "margin, recency" },
        { Rule(RuleKind.BoostBy) with { Weight = -1, By = Signal.Margin }, "weight", "-0.99" },
        { Rule(RuleKind.BoostBy) with { Weight = 1, By = Signal.Recency }, "days", "missing" },
        { Rule(RuleKind.BoostBy) with { Weight = 1, By = Signal.Attribute }, "attribute", "name the attribute" },
        { Rule(RuleKind.Pin) with { Position = 1 }, "item", "by its id" },
        { Rule(RuleKind.Pin) with { Item = "A", Position = 0 }, "position", "1 to 1000" },
        { Rule(RuleKind.Cap) with { Most = 2 }, "per", "category, family or brand" },
        { Rule(RuleKind.Cap) with { Per = Grouping.Brand }, "most", "1 to 1000" },
        { Rule(RuleKind.Diversity) with { Strength = 1.1 }, "strength", "0 to 1" },
        { Rule(RuleKind.Diversity) with { Strength = 1, Condition = "price < 5" }, "condition", "whole list" },
        { Rule(RuleKind.Fatigue), "most", "missing" },
        { Rule(RuleKind.NewItems) with { Days = 3 }, "share", "0 to 1" },
        { Rule(RuleKind.NewItems) with { Share = 0.5, Days = -1 }, "days", "0 to 36500" },
        { Rule((RuleKind)99), "kind", "no kind" },
        { Rule(RuleKind.Diversity) with { Strength = 1, Id = " " }, "id", "empty" },
        { Rule(RuleKind.Diversity) with { Strength = 1, Starts = Day, Ends = Day }, "ends", "not after its start" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_rule_is_left_out_and_named_with_its_cure(RuleDocument rule, string name, string words)
    {
        var rules = RuleSet.Of([rule, Rule(RuleKind.Diversity) with { Id = "other", Strength = 0.5 }], SampleShop.Of(("A", [("price", 1)])));

        var fault = Assert.Single(rules.Faults);
        Assert.Equal((rule.Id, name), (fault.Rule, fault.Name));
        Assert.Contains(words, fault.Message);
        Assert.Equal(1, rules.Count);
    }

    [Fact]
    public void Two_rules_cannot_have_one_id()
    {
        var rule = Rule(RuleKind.Diversity) with { Strength = 0.5 };

        Assert.Equal("id", Assert.Single(RuleSet.Of([rule, rule], SampleShop.Of()).Faults).Name);
    }

    [Fact]
    public void A_rule_is_written_as_JSON_and_read_back()
    {
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) } };
        var rule = Rule(RuleKind.BoostBy) with { Name = "Spring", By = Signal.Recency, Weight = 2, Days = 14, Starts = Day, Surface = Surface.Home, Condition = "price < 5" };

        var json = JsonSerializer.Serialize(rule, options);

        Assert.Contains("\"kind\":\"boost_by\"", json);
        Assert.Equal(rule, JsonSerializer.Deserialize<RuleDocument>(json, options));
    }

    static RuleDocument Rule(RuleKind kind) => new() { Id = "r", Kind = kind };
}
