using System.CommandLine;
using System.Globalization;
using Recommender.Core.Baskets.Rules;
using Recommender.Training.Experiments;

namespace Recommender.Training.Commands;

/// <summary>The options that say which rules are kept, and in which order.</summary>
sealed class RuleChoiceOptions
{
    readonly Option<double> _confidence = new("--min-confidence") { Description = "Share of the antecedent's baskets that hold the consequent.", HelpName = "share", DefaultValueFactory = _ => 0.3 };
    readonly Option<int> _consequent = new("--max-consequent") { Description = "Items of the longest consequent.", HelpName = "n", DefaultValueFactory = _ => 1 };
    readonly Option<string?> _where = new("--where") { Description = "Bounds on any measure: \"lift>=1.5,q<=0.05\".", HelpName = "bounds" };
    readonly Option<double?> _maxQ = new("--max-q") { Description = "Share of false ones among the rules kept: the same as --where \"q<=...\".", HelpName = "share" };
    readonly Option<string?> _if = new("--if") { Description = "Items that the antecedent must hold.", HelpName = "items" };
    readonly Option<string?> _ifNot = new("--if-not") { Description = "Items that it must not hold.", HelpName = "items" };
    readonly Option<string?> _then = new("--then") { Description = "Items of which the consequent must hold one.", HelpName = "items" };
    readonly Option<string?> _thenNot = new("--then-not") { Description = "Items that it must not hold.", HelpName = "items" };
    readonly Option<double?> _improvement = new("--improvement") { Description = "Drop a rule unless it is surer than every more general one by more than this [default: keep all].", HelpName = "share" };
    readonly Option<bool> _noChance = new("--no-chance") { Description = "Leave out what chance would have done: expected, p and q." };
    readonly Option<string> _sort = new("--sort") { Description = "Measure that rows are sorted by, the best first.", HelpName = "measure", DefaultValueFactory = _ => "lift" };
    readonly Option<long> _most = new("--max-rules") { Description = "Rules above count and confidence after which the search is cut.", HelpName = "n", DefaultValueFactory = _ => new RuleOptions { MinCount = 1 }.MaxRules };
    readonly Option<int> _limit = new("--limit") { Description = "Rows that are kept; all rules are counted in any case.", HelpName = "n", DefaultValueFactory = _ => 100 };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _confidence, _consequent, _where, _maxQ, _if, _ifNot, _then, _thenNot, _improvement, _noChance, _sort, _limit, _most }) command.Options.Add(option);
    }

    /// <summary>What was asked for; items become numbers once the baskets are known.</summary>
    public RuleChoice Read(ParseResult parsed) => new(
        WrongUse.Check(() => new RuleOptions
        {
            MinCount = 1,
            MinConfidence = parsed.GetValue(_confidence),
            MaxConsequent = parsed.GetValue(_consequent),
            Filters = [.. Filters(parsed.GetValue(_where)), .. MaxQ(parsed.GetValue(_maxQ))],
            Improvement = parsed.GetValue(_improvement),
            Chance = !parsed.GetValue(_noChance),
            Sort = RuleMeasures.Named(parsed.GetRequiredValue(_sort)),
            Limit = parsed.GetValue(_limit),
            MaxRules = parsed.GetValue(_most),
        }.Checked()),
        (parsed.GetValue(_if), parsed.GetValue(_ifNot)), (parsed.GetValue(_then), parsed.GetValue(_thenNot)));

    static IEnumerable<RuleFilter> MaxQ(double? share) => share switch
    {
        null => [],
        >= 0 and <= 1 and { } q => [new(RuleMeasures.Named("q")) { Maximum = q }],
        _ => throw new WrongUseException($"--max-q {share} is no share. Give one from 0 to 1, such as 0.05."),
    };

    static IEnumerable<RuleFilter> Filters(string? text)
    {
        var parts = (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (text is not null && parts.Length == 0) throw new WrongUseException($"--where '{text}' is no bound. Write a measure, >= or <=, and a number, such as lift>=1.5.");

        foreach (var part in parts)
        {
            var at = part.IndexOfAny(['<', '>']);
            var isBound = at > 0 && double.TryParse(part[(at + 1)..].TrimStart('='), NumberStyles.Float, CultureInfo.InvariantCulture, out var bound) && double.IsFinite(bound);
            if (!isBound) throw new WrongUseException($"--where {text}: '{part}' is no bound. Write a measure, >= or <=, and a number, such as lift>=1.5.");

            var number = double.Parse(part[(at + 1)..].TrimStart('='), CultureInfo.InvariantCulture);
            var measure = RuleMeasures.Named(part[..at].Trim());
            yield return part[at] == '>' ? new(measure) { Minimum = number } : new(measure) { Maximum = number };
        }
    }
}
