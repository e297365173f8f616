using System.Text.Json.Nodes;
using Recommender.Core.Datasets;
using Recommender.Training.Views.Reports;
using Xunit;

namespace Recommender.Tests.Training.Reports;

public sealed class StrongestRulesTests
{
    [Fact]
    public void The_first_rules_come_with_the_names_of_their_items()
    {
        var rules = JsonNode.Parse("""
            { "rows": [ { "antecedent": ["p1", "gone"], "consequent": ["p2"], "count": 12, "confidence": 0.5, "lift": 3.25 },
                        { "antecedent": ["p2"], "consequent": ["p1"], "count": 12, "confidence": 0.4, "lift": null } ] }
            """)!.AsObject();
        var catalogue = new Catalogue { Names = ["Shampoo", null] };

        var read = StrongestRules.Of(rules, Vocabulary.Of(["p1", "p2"]), catalogue);

        Assert.Equal(["Shampoo", "gone"], read[0].If.Select(item => item.Called));
        Assert.Equal(["p2"], read[0].Then.Select(item => item.Called));
        Assert.Equal(new RuleStrength(12, 0.5, 3.25), read[0].Strength);
        Assert.True(double.IsNaN(read[1].Strength.Lift));
        Assert.Single(StrongestRules.Of(rules, Vocabulary.Of(["p1", "p2"]), catalogue, count: 1));
    }
}
